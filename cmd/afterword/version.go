package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

// version is that of the release, as the go command stamps it from the tag of a clean
// checkout ("0.1.0"). Between two tags it is a pseudo-version, which names the commit;
// 0.0.0-devel where the program was built without its repository.
var version = released(debug.ReadBuildInfo())

func released(info *debug.BuildInfo, known bool) string {
	if !known || !strings.HasPrefix(info.Main.Version, "v") {
		return "0.0.0-devel"
	}
	return strings.TrimPrefix(info.Main.Version, "v")
}

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "show version and build", Example: "  afterword version", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			revision := "unknown revision"
			if info, ok := debug.ReadBuildInfo(); ok {
				for _, s := range info.Settings {
					if s.Key == "vcs.revision" {
						revision = s.Value
					}
				}
			}
			_, err := fmt.Fprintf(a.out, "afterword %s (%s, %s, %s/%s)\n", version, revision, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}
