// Package browser tests the page in a real browser, as `afterword open` serves it: how it
// looks from a narrow to a wide screen, by light and dark, that it is accessible (axe), that
// nothing of it comes from elsewhere, and that it can be worked with the keyboard alone and
// without script.
//
// Its tests skip where no browser is installed, and fail there where AFTERWORD_REQUIRE_SERVERS
// is 1; .ci/browser installs it. AFTERWORD_PICTURES names a folder in which pictures of the
// pages are kept, to look at.
package browser
