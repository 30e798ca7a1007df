package drafter

import (
	"strings"
	"testing"

	"afterword/rules"
)

func TestDisplayNames(t *testing.T) {
	for _, c := range []struct{ language, name, want string }{
		{"en", "Robin Hale | Brightwater", "Dear Robin,"}, {"en", "Robin Hale (Recruiting)", "Dear Robin,"}, {"en", "Robin Hale via Ashby", "Dear Robin,"},
		{"en", "HALE, Robin", "Dear Robin,"}, {"de", "Brandt, Jonas", "Guten Tag Jonas Brandt,"}, {"de", "Brandt, Dr. Jonas", "Guten Tag Brandt, Dr. Jonas,"},
		{"en", "Brightwater Talent Team", "Hello,"}, {"en", "Careers at Brightwater", "Hello,"}, {"de", "Bewerbungen Brightwater", "Guten Tag,"},
		{"fr", "Service Ressources Humaines", "Bonjour,"}, {"es", "Equipo de Selección", "Buenos días:"}, {"nl", "Afdeling Personeelszaken", "Goedendag,"},
		{"en", "Lady Ashcombe", "Dear Lady Ashcombe,"}, {"en", "Capt. Lena Marsh", "Dear Capt. Lena Marsh,"}, {"fr", "Maître Claire Petit", "Bonjour Maître Claire Petit,"},
		{"en", "Mr. and Mrs. Marsh", "Dear Mr. and Mrs. Marsh,"}, {"de", "Herr und Frau Brandt", "Guten Tag Herr und Frau Brandt,"},
		{"en", "Dr. Ana O'Hare-van den Bosch", "Dear Dr. O'Hare-van den Bosch,"}, {"en", "Dr. Lena Marsh", "Dear Dr. Marsh,"}, {"en", "Robin", "Dear Robin,"},
		{"en", "Sam Rivera, PhD", "Dear Sam,"}, {"en", "Steve Worker", "Dear Steve,"}, {"en", "N/A", "Hello,"}, {"en", "Teamer Hale", "Dear Teamer,"},
		{"en", "Sir Tom Baker", "Dear Sir Tom Baker,"}, {"es", "Dra. Lucía Peña", "Estimada Dra. Peña:"}, {"nl", "mr. Els Kok", "Beste mr. Els Kok,"}, {"nl", "Mr. Tom Baker", "Geachte heer Baker,"},
		{"fr", "Mademoiselle Claire Petit", "Bonjour Madame Petit,"}, {"de", "Frau Anna Kern", "Sehr geehrte Frau Kern,"},
		{"en", "Anna Maria von Holt", "Dear Anna Maria,"}, {"en", "Dr. Anna von Holt", "Dear Dr. von Holt,"},
	} {
		in := input(t, thankYou(okafor))
		in.App.Language = c.language
		in.FollowUp.To.Honorific, in.FollowUp.To.Name = rules.SplitHonorific(c.name)
		d, findings, err := Compose(t.Context(), in)
		if err != nil {
			t.Errorf("%s %q: %v %v", c.language, c.name, err, findings)
			continue
		}
		if got, _, _ := strings.Cut(d.Body, "\n"); got != c.want {
			t.Errorf("%s %q is greeted %q, want %q", c.language, c.name, got, c.want)
		}
	}
}
