package incidents

// Version changes whenever the same records may be joined otherwise.
const Version = "5"
