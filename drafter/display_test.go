package drafter

import (
	"strings"
	"testing"

	"afterword/rules"
)

func TestDisplayNames(t *testing.T) {
	for _, c := range []struct{ language, name, want string }{
		{"en", "Robin Hale | Brightwater", "Dear Robin,"}, {"en", "Robin Hale (Recruiting)", "Dear Robin,"}, {"en", "Robin Hale via Ashby", "Dear Robin,"},
		{"en", "HALE, Robin", "Dear Robin,"}, {"de", "Brandt, Jonas", "Guten Tag Jonas Brandt,"}, {"de", "Brandt, Dr. Jonas", "Guten Tag Dr. Jonas Brandt,"},
		{"en", "Brightwater Talent Team", "Hello,"}, {"en", "Careers at Brightwater", "Hello,"}, {"de", "Bewerbungen Brightwater", "Guten Tag,"},
		{"fr", "Service Ressources Humaines", "Bonjour,"}, {"es", "Equipo de Selección", "Buenos días:"}, {"nl", "Afdeling Personeelszaken", "Goedendag,"},
		{"en", "Lady Ashcombe", "Dear Lady Ashcombe,"}, {"en", "Capt. Lena Marsh", "Dear Capt. Marsh,"}, {"fr", "Maître Claire Petit", "Bonjour Maître,"},
		{"en", "Mr. and Mrs. Marsh", "Dear Mr. and Mrs. Marsh,"}, {"de", "Herr und Frau Brandt", "Guten Tag Herr und Frau Brandt,"},
		{"en", "Dr. Ana O'Hare-van den Bosch", "Dear Dr. O'Hare-van den Bosch,"}, {"en", "Dr. Lena Marsh", "Dear Dr. Marsh,"}, {"en", "Robin", "Dear Robin,"},
		{"en", "Sam Rivera, PhD", "Dear Sam,"}, {"en", "Steve Worker", "Dear Steve,"}, {"en", "N/A", "Hello,"}, {"en", "Teamer Hale", "Dear Teamer,"},
		{"en", "Sir Tom Baker", "Dear Sir Tom,"}, {"es", "Dra. Lucía Peña", "Estimada Dra. Peña:"}, {"nl", "mr. Els Kok", "Geachte mr. Kok,"}, {"nl", "Mr. Tom Baker", "Geachte Mr. Baker,"},
		{"fr", "Mademoiselle Claire Petit", "Bonjour Mademoiselle Petit,"}, {"de", "Frau Anna Kern", "Sehr geehrte Frau Kern,"},
		{"es", "Don Luis Prado", "Estimado Don Luis:"}, {"es", "Dña. Rosa Prado", "Estimada Dña. Rosa Prado:"}, {"es", "Sr. D. Luis Prado", "Estimado Sr. Prado:"}, {"es", "Lcda. Rosa Prado", "Estimada Lcda. Prado:"},
		{"nl", "mevr. dr. Els de Boer", "Geachte mevrouw dr. De Boer,"}, {"nl", "de heer Jan Vos", "Geachte heer Vos,"}, {"de", "Frau Prof.in Dr. Ute Brandt", "Sehr geehrte Frau Prof.in Dr. Brandt,"},
		{"de", "Herr Dipl.-Ing. Jan Brandt", "Sehr geehrter Herr Brandt,"}, {"es", "Ana & Inés", "Buenos días, Ana e Inés:"}, {"en", "Kim Osei and Dana Wu", "Dear Kim Osei and Dana Wu,"}, {"en", "Li Wei", "Dear Li Wei,"},
		{"en", "OSEI Kim (Co15)", "Dear Kim,"}, {"fr", "M. Petit", "Bonjour Monsieur Petit,"}, {"fr", "Pr Alain Petit", "Bonjour Pr Petit,"}, {"en", "Acme", "Hello,"},
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
