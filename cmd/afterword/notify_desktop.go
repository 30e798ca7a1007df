package main

import (
	"encoding/base64"
	"encoding/binary"
	"strings"
	"unicode/utf16"
)

// onDesktop returns the command that shows a title and a text on the desktop of a
// system, and what it needs in its environment. Both are given as arguments or
// variables, and are never part of a script: strangers wrote them.
func onDesktop(system, title, text string) (argv, environ []string) {
	switch system {
	case "darwin":
		return []string{"osascript", "-e", "on run argv", "-e", "display notification (item 2 of argv) with title (item 1 of argv)", "-e", "end run",
			"--", title, text}, nil
	case "windows":
		return []string{"powershell.exe", "-NoProfile", "-NonInteractive", "-EncodedCommand", encodedCommand(toast)},
			[]string{"AFTERWORD_TITLE=" + title, "AFTERWORD_TEXT=" + text}
	}
	return []string{"notify-send", "--app-name=afterword", "--", title, markup.Replace(text)}, nil
}

// markup keeps a text what it is: the body of a notification may have markup (Desktop
// Notifications Specification, "Markup"), and notify-send reads escapes in it.
var markup = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `\`, `\\`)

// toast shows a notification of Windows (ToastGeneric's older ToastText02: a title and a
// text). Programs that are not installed with a name of their own borrow PowerShell's.
const toast = `$ErrorActionPreference = 'Stop'
$manager = [Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]
$toast = [Windows.UI.Notifications.ToastNotification, Windows.UI.Notifications, ContentType = WindowsRuntime]
$xml = $manager::GetTemplateContent([Windows.UI.Notifications.ToastTemplateType]::ToastText02)
$texts = $xml.GetElementsByTagName('text')
$null = $texts.Item(0).AppendChild($xml.CreateTextNode($env:AFTERWORD_TITLE))
$null = $texts.Item(1).AppendChild($xml.CreateTextNode($env:AFTERWORD_TEXT))
$manager::CreateToastNotifier('{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\WindowsPowerShell\v1.0\powershell.exe').Show($toast::new($xml))
`

// encodedCommand is a script as -EncodedCommand takes it: UTF-16LE, in base64.
func encodedCommand(script string) string {
	var b []byte
	for _, unit := range utf16.Encode([]rune(script)) {
		b = binary.LittleEndian.AppendUint16(b, unit)
	}
	return base64.StdEncoding.EncodeToString(b)
}
