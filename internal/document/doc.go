// Package document holds an article's annotated form: layers that the stages
// hand to one another. Every layer has exactly one stage that writes it.
//
//	article ─ tokens ─ sentences ─ tags ─ trees ─ names ─ coref   annotate
//	                └ times, quantities, toponyms, actors          ground
//	                └ events, attributions, factuality, incidents  claims
//
// All positions are token indices into [Document.Tokens] or byte offsets into
// [Document.Text]; the text is never changed.
package document
