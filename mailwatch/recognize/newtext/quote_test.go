package newtext

import (
	"strings"
	"testing"

	"afterword/internal/mail"
)

// introductions are how programs introduce the message that is answered, in the
// languages in which they speak. The history follows without a mark on its lines.
var introductions = map[string]string{
	"gmail en":           "On Mon, Nov 16, 2026 at 9:00 AM Ida Brandt <ida@nordwind.example> wrote:",
	"gmail en wrapped":   "On Mon, Nov 16, 2026 at 9:00 AM Ida Brandt von Nordwind\n<ida.brandt@nordwind.example> wrote:",
	"gmail de":           "Am Mo., 16. Nov. 2026 um 09:00 Uhr schrieb Ida Brandt <\nida@nordwind.example>:",
	"gmail fr":           "Le lun. 16 nov. 2026 à 09:00, Ida Brandt <ida@nordwind.example> a écrit :",
	"gmail es":           "El lun, 16 nov 2026 a las 9:00, Ida Brandt (<ida@nordwind.example>) escribió:",
	"gmail nl":           "Op ma 16 nov 2026 om 09:00 schreef Ida Brandt <ida@nordwind.example>:",
	"gmail it":           "Il giorno lun 16 nov 2026 alle ore 09:00 Ida Brandt <ida@nordwind.example>\nha scritto:",
	"gmail pt":           "Em seg., 16 de nov. de 2026 às 09:00, Ida Brandt <ida@nordwind.example>\nescreveu:",
	"gmail sv":           "Den mån 16 nov. 2026 kl 09:00 skrev Ida Brandt <ida@nordwind.example>:",
	"gmail pl":           "pon., 16 lis 2026 o 09:00 Ida Brandt <ida@nordwind.example> napisał(a):",
	"gmail ru":           "пн, 16 нояб. 2026 г. в 09:00, Ida Brandt <ida@nordwind.example>:",
	"gmail ja":           "2026年11月16日(月) 9:00 Ida Brandt <ida@nordwind.example>:",
	"gmail zh":           "Ida Brandt <ida@nordwind.example> 于2026年11月16日周一 09:00写道：",
	"gmail iso":          "2026-11-16 9:00 GMT+01:00 Ida Brandt <ida@nordwind.example>:",
	"apple de":           "Am 16.11.2026 um 09:00 schrieb Ida Brandt <ida@nordwind.example>:",
	"apple fr":           "Le 16 nov. 2026 à 09:00, Ida Brandt <ida@nordwind.example> a écrit :",
	"apple es":           "El 16 nov 2026, a las 9:00, Ida Brandt <ida@nordwind.example> escribió:",
	"apple nl":           "Op 16 nov. 2026 om 09:00 heeft Ida Brandt <ida@nordwind.example> het volgende geschreven:",
	"apple en":           "On 16 Nov 2026, at 09:00, Ida Brandt <ida@nordwind.example> wrote:",
	"thunderbird en":     "On 16/11/2026 09:00, Ida Brandt wrote:",
	"thunderbird fr":     "Le 16/11/2026 à 09:00, Ida Brandt a écrit :",
	"thunderbird nl":     "Op 16-11-2026 om 09:00 schreef Ida Brandt:",
	"spark":              "On Nov 16, 2026, 09:00 +0100, Ida Brandt <ida@nordwind.example>, wrote:",
	"yahoo":              "On Monday, 16 November 2026, 09:00:00 CET, Ida Brandt <ida@nordwind.example> wrote:",
	"yahoo de":           "Am Montag, 16. November 2026 um 09:00:00 MEZ hat Ida Brandt <ida@nordwind.example> Folgendes geschrieben:",
	"proton":             "On Monday, November 16th, 2026 at 9:00 AM, Ida Brandt <ida@nordwind.example> wrote:",
	"proton old":         "------- Original Message -------\nOn Monday, November 16th, 2026 at 9:00 AM, Ida Brandt <ida@nordwind.example> wrote:",
	"notes":              "-----Ida Brandt/Nordwind wrote: -----\nTo: sam@post.example\nFrom: Ida Brandt/Nordwind\nDate: 16.11.2026 09:00",
	"outlook en":         "From: Ida Brandt <ida@nordwind.example>\nSent: Monday, November 16, 2026 9:00 AM\nTo: Sam <sam@post.example>\nSubject: Your visit",
	"outlook rule":       "________________________________\nFrom: Ida Brandt <ida@nordwind.example>\nSent: Monday, November 16, 2026 9:00 AM\nTo: Sam <sam@post.example>\nSubject: Your visit",
	"outlook classic":    "-----Original Message-----\nFrom: Ida Brandt\nSent: Monday, November 16, 2026 9:00 AM\nTo: Sam\nSubject: Your visit",
	"outlook bold":       "*From:* Ida Brandt <ida@nordwind.example>\n*Sent:* Monday, November 16, 2026 9:00 AM\n*To:* Sam <sam@post.example>\n*Subject:* Your visit",
	"outlook de":         "Von: Ida Brandt <ida@nordwind.example>\nGesendet: Montag, 16. November 2026 09:00\nAn: Sam <sam@post.example>\nCc: Ole\nBetreff: Ihr Besuch",
	"outlook de mac":     "Von: Ida Brandt <ida@nordwind.example>\nDatum: Montag, 16. November 2026 um 09:00\nAn: Sam <sam@post.example>\nBetreff: Ihr Besuch",
	"outlook fr":         "De : Ida Brandt <ida@nordwind.example>\nEnvoyé : lundi 16 novembre 2026 09:00\nÀ : Sam <sam@post.example>\nObjet : Votre visite",
	"outlook es":         "De: Ida Brandt <ida@nordwind.example>\nEnviado el: lunes, 16 de noviembre de 2026 9:00\nPara: Sam <sam@post.example>\nAsunto: Su visita",
	"outlook nl":         "Van: Ida Brandt <ida@nordwind.example>\nVerzonden: maandag 16 november 2026 09:00\nAan: Sam <sam@post.example>\nOnderwerp: Uw bezoek",
	"outlook classic de": "-----Ursprüngliche Nachricht-----\nVon: Ida Brandt\nGesendet: Montag, 16. November 2026 09:00\nAn: Sam\nBetreff: Ihr Besuch",
	"outlook classic fr": "-----Message d'origine-----\nDe : Ida Brandt\nEnvoyé : lundi 16 novembre 2026 09:00\nÀ : Sam\nObjet : Votre visite",
	"gmx":                "Gesendet: Montag, 16. November 2026 um 09:00 Uhr\nVon: \"Ida Brandt\" <ida@nordwind.example>\nAn: sam@post.example\nBetreff: Ihr Besuch",
	"samsung":            "-------- Original message --------\nFrom: Ida Brandt <ida@nordwind.example>\nDate: 16/11/2026 09:00 (GMT+01:00)\nTo: Sam <sam@post.example>\nSubject: Your visit",
	"samsung de":         "-------- Ursprüngliche Nachricht --------\nVon: Ida Brandt <ida@nordwind.example>\nDatum: 16.11.26 09:00 (GMT+01:00)\nAn: Sam <sam@post.example>\nBetreff: Ihr Besuch",
	"zimbra fr":          "----- Mail original -----\nDe: \"Ida Brandt\" <ida@nordwind.example>\nÀ: \"Sam\" <sam@post.example>\nEnvoyé: Lundi 16 Novembre 2026 09:00:00\nObjet: Votre visite",
	"forward":            "---------- Forwarded message ---------\nFrom: Ida Brandt <ida@nordwind.example>\nDate: Mon, Nov 16, 2026 at 9:00 AM\nSubject: Your visit\nTo: <sam@post.example>",
	"forward de":         "---------- Weitergeleitete Nachricht ----------\nVon: Ida Brandt <ida@nordwind.example>\nDatum: 16. November 2026\nBetreff: Ihr Besuch\nAn: sam@post.example",
	"forward apple":      "Begin forwarded message:\n\nFrom: Ida Brandt <ida@nordwind.example>\nSubject: Your visit\nDate: 16 November 2026 at 09:00:00 CET\nTo: sam@post.example",
	"forward apple de":   "Anfang der weitergeleiteten Nachricht:\n\nVon: Ida Brandt <ida@nordwind.example>\nBetreff: Ihr Besuch\nDatum: 16. November 2026 um 09:00:00 MEZ\nAn: sam@post.example",
	"forward nl":         "---------- Doorgestuurd bericht ---------\nVan: Ida Brandt <ida@nordwind.example>\nDate: ma 16 nov 2026 om 09:00\nSubject: Uw bezoek\nTo: <sam@post.example>",
	"zoho":               "---- On Mon, 16 Nov 2026 09:00:00 +0100 Ida Brandt <ida@nordwind.example> wrote ----",
	"hey":                "On November 16, 2026, Ida Brandt <ida@nordwind.example> wrote:",
	"exchange ticket":    "Ida Brandt <ida@nordwind.example> wrote:",
	"notes de":           "Ida Brandt <ida@nordwind.example> schrieb am 16.11.2026 09:00:00:",
	"roundcube":          "Am 2026-11-16 09:00, schrieb Ida Brandt:",
	"mobile de":          "Am 16. Nov. 2026, 09:00, um 09:00, Ida Brandt <ida@nordwind.example> schrieb:",
}

func TestNewTextIntroductions(t *testing.T) {
	const reply = "Thank you, Monday suits me.\n\nI look forward to it."
	history := "Dear Sam,\nWe regret to inform you that the room has changed.\n\nIda"
	for name, intro := range introductions {
		for form, message := range map[string]string{
			"plain":  reply + "\n\n" + intro + "\n\n" + history,
			"quoted": reply + "\n\n" + intro + "\n\n> " + strings.ReplaceAll(history, "\n", "\n> "),
			"crlf":   strings.ReplaceAll(reply+"\n\n"+intro+"\n"+history+"\n", "\n", "\r\n"),
			"mark":   reply + "\n\n> " + strings.ReplaceAll(intro+"\n"+history, "\n", "\n> "),
		} {
			if got := cut(message, false, false); got != reply {
				t.Errorf("%s, %s: %q", name, form, got)
			}
		}
	}
}

func TestNewText(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"nothing cut", "Hi,\n\nOn Monday we wrote to you about the offer.\n\nIda", "Hi,\n\nOn Monday we wrote to you about the offer.\n\nIda"},
		{"answers between quotes", "On 16/11/2026 09:00, Ida wrote:\n> When can you start?\n\nIn January.\n\n> And where?\n\nIn Kiel.", "In January.\n\nIn Kiel."},
		{"answer below", "> When can you start?\n\nIn January.\n", "In January."},
		{"signature", "In January.\n\n-- \nSam Example\nPhone 000\n", "In January."},
		{"device", "In January.\n\nSent from my iPhone", "In January."},
		{"device de", "Im Januar.\n\nVon meinem iPhone gesendet", "Im Januar."},
		{"device fr", "En janvier.\n\nEnvoyé de mon iPhone", "En janvier."},
		{"device es", "En enero.\n\nEnviado desde mi iPhone", "En enero."},
		{"device nl", "In januari.\n\nVerstuurd vanaf mijn iPhone", "In januari."},
		{"outlook mobile", "In January.\n\nGet Outlook for iOS<https://aka.example/x>\n", "In January."},
		{"not a device", "The contract was sent from our office in Kiel on Monday, so it should be with you by now.", "The contract was sent from our office in Kiel on Monday, so it should be with you by now."},
		{"legal", "In January.\n\nSam\n\nConfidentiality notice: this e-mail is intended only for the person to whom it is addressed.\n\nIf you have received it in error, delete it.", "In January.\n\nSam"},
		{"legal de", "Im Januar geht es los.\n\nSam\n\nDiese E-Mail enthält vertrauliche Informationen und ist nur für den Adressaten bestimmt.", "Im Januar geht es los.\n\nSam"},
		{"register", "Im Januar geht es los.\n\nNordwind GmbH\nSitz der Gesellschaft: Kiel\nAmtsgericht Kiel, HRB 00000", "Im Januar geht es los."},
		{"an appointment is no header", "Your interview:\n\nDate: 16 November\nTime: 9:00\nPlace: Kiel", "Your interview:\n\nDate: 16 November\nTime: 9:00\nPlace: Kiel"},
		{"lines across an automatic mail", "Application 4711\n------------------------------\nDear Sam, we regret to tell you that the position has been filled and that we will not go on with your application. Thank you for your time.\n------------------------------\nNordwind", "Application 4711\n------------------------------\nDear Sam, we regret to tell you that the position has been filled and that we will not go on with your application. Thank you for your time."},
		{"only a forward", "---------- Forwarded message ---------\nFrom: Ida <ida@nordwind.example>\nDate: Mon, Nov 16, 2026\nSubject: x\nTo: sam@post.example\n\nWe regret", ""},
		{"a printout", "From: Nordwind <jobs@nordwind.example>\nDate: 16 November 2026\nTo: Sam <sam@post.example>\nSubject: Your application\n\nDear Sam, thank you.", "Dear Sam, thank you."},
		{"signed", "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nIn January.\n-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----\n", "In January."},
		{"bars", "In January.\n\n| When can\n| you start?\n", "In January."},
		{"initials", "IB> When can\nIB> you start?\n\nIn January.", "In January."},
		{"a table", "| Day | Time |\n| Monday | 9:00 |", "| Day | Time |\n| Monday | 9:00 |"},
		{"a help desk's line", "## Please type your reply above this line ##\n\nWe have received it.", "We have received it."},
		{"above a help desk's line", "Here it is.\n\n## Please type your reply above this line ##\n\nWe need your papers.", "Here it is."},
		{"history in an unknown language", "In January.\n\nSipas: Ida <ida@nordwind.example>\nDërguar: 16.11.2026, 09:02\nPër: Sam\nTema: x\n\nWhen can you start?", "In January."},
		{"history below ornaments", "In January.\n\n-------- Αρχικό μήνυμα --------\nΑπό: Ida <ida@nordwind.example>\nΠρος: sam@post.example\nΘέμα: x\n\nWhen can you start?", "In January."},
		{"a meeting is no history", "Your talk:\n\nInterviewer: Ida <ida@nordwind.example>\nWhen: 3 December 2026 10:00\nWhere: Kiel", "Your talk:\n\nInterviewer: Ida <ida@nordwind.example>\nWhen: 3 December 2026 10:00\nWhere: Kiel"},
		{"only a quote", "> We regret to inform you", ""},
		{"empty", "", ""},
		{"a wrapped quote", "Yes.\n\n> this line was so long that some program on its way had to wrap it\nright here\n> and went on", "Yes."},
		{"an ornament", "Look:\n>>> here <<<\nbye", "Look:\n>>> here <<<\nbye"},
	} {
		if got := cut(tt.in, false, false); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestHTMLText(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"preheader", `<div style="display:none; max-height:0">Great news inside</div><p>Dear Sam,</p><p>no.</p>`, "Dear Sam,\n\nno."},
		{"hidden by size", `<span style="font-size:0px">x</span><span style="visibility: hidden">y</span>Hello`, "Hello"},
		{"size of nothing outside", `<table><tr><td style="font-size:0px;padding:10px"><div style="font-size:13px">Dear Sam,</div><span>x</span></td></tr></table><p style="font-size: 1.2em">no.</p>`, "Dear Sam,\n\nno."},
		{"table", `<table><tr><td>Date</td><td>16 November</td></tr><tr><td>Time</td><td>9:00</td></tr></table>`, "Date 16 November\nTime 9:00"},
		{"gmail", `<div dir="ltr">Yes.</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Mon, Nov 16, 2026 at 9:00 AM Ida &lt;<a href="mailto:ida@nordwind.example">ida@nordwind.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote">We regret</blockquote></div>`, "Yes."},
		{"outlook", `<div>Yes.</div><hr><div id="divRplyFwdMsg"><b>Lähettäjä:</b> Ida<br></div><div>We regret</div>`, "Yes."},
		{"outlook 2016", `<p class=MsoNormal>Yes.<o:p></o:p></p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b>Absender:</b> Ida</p></div></div><p>We regret</p>`, "Yes."},
		{"thunderbird", `Yes.<br><div class="moz-cite-prefix">Am 16.11.26 um 09:00 schrieb Ida:<br></div><blockquote type="cite"><p>We regret</p></blockquote>`, "Yes."},
		{"inline", `<blockquote type="cite">When?</blockquote><p>In January.</p><blockquote type="cite">Where?</blockquote><p>In Kiel.</p>`, "In January.\n\nIn Kiel."},
		{"indented after a colon", `<p>Our director writes:</p><blockquote><p>we are glad to offer you the position.</p></blockquote>`, "Our director writes:\n\nwe are glad to offer you the position."},
		{"indented after an introduction", `<p>Yes.</p><p>16.11.2026, 09:00, "Ida" &lt;ida@nordwind.example&gt;:</p><blockquote><p>We regret</p></blockquote>`, "Yes."},
		{"indented", `<p>Dear Sam,</p><blockquote><p>we are glad to offer you the position.</p></blockquote>`, "Dear Sam,\n\nwe are glad to offer you the position."},
		{"entities", `<p>Gr&uuml;&szlig;e&nbsp;aus&#32;Kiel&zwnj;</p>`, "Grüße aus Kiel"},
		{"breaks", "one<br>two<br><br>three\nfour", "one\ntwo\n\nthree four"},
		{"style and script", "<style>p{color:red}</style><script>if(a<b)</script><title>x</title><p>Hello", "Hello"},
	} {
		m := mail.Read([]byte("Content-Type: text/html; charset=utf-8\n\n" + tt.in))
		if got := Read(m).Text; got != tt.want {
			t.Errorf("%s: got %q, want %q\n%q", tt.name, got, tt.want, m.Text().Text)
		}
	}
}
