cask "afterword" do
  arch arm: "arm64", intel: "amd64"

  version "@VERSION@"
  sha256 arm:   "@darwin-arm64@",
         intel: "@darwin-amd64@"

  url "@DOWNLOAD_RUBY@/afterword-#{version}-darwin-#{arch}.tar.gz"
  name "Afterword"
  desc "Follow-up drafts after job interviews, in the mailbox you have"
  homepage "@HOMEPAGE@"

  folder = "afterword-#{version}-darwin-#{arch}"
  binary "#{folder}/afterword"
  manpage "#{folder}/doc/afterword.1"
  bash_completion "#{folder}/completions/afterword.bash"
  zsh_completion "#{folder}/completions/_afterword"
  fish_completion "#{folder}/completions/afterword.fish"

  zap trash: "~/Library/Application Support/afterword"

  caveats <<~EOS
    Apple has not looked at this program, and macOS says so when it is started for the
    first time. If you trust where you have it from, allow it under System Settings,
    Privacy & Security. Then begin with:
      afterword init
    Before you uninstall it: afterword service remove
  EOS
end
