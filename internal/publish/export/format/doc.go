// Package format writes incidents, one at a time, in the formats that the field
// works with: tables shaped like ACLED's and UCDP's, PLOVER, HXL, GeoJSON,
// Parquet, STIX, FollowTheMoney and W3C PROV. What a format can't hold stands in
// its data dictionary ([Format.Dictionary]), which is written beside each
// export; docs/formats has them all.
//
//	w, err := format.Open("acled-csv", out, options)
//	err = w.Write(format.Item{In: in, Articles: heads})   // for each incident
//	err = w.Close()
//
// A [Writer] keeps nothing of an incident after it was written, but for the ids
// of sources that STIX and FollowTheMoney name once. Same items, same bytes.
package format
