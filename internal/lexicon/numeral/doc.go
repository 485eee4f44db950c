// Package numeral reads numbers as English news writes them: "7", "1,200",
// "two hundred and five", "twenty-one", "3.5 million", "a hundred", "third",
// "21st". It knows nothing of what is counted.
//
// In: words by index, through [Words]. Out: a [Number] and the index after it.
// Limits: fractions other than halves and quarters after a whole number, and
// Roman numerals, are not read; values over 10^15 are refused.
package numeral
