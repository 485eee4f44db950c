// Package incidents joins the incidents of single articles into incidents
// across articles.
package incidents
