namespace HyperLandscape.Plotting.Tests;

public sealed class LetteringTests
{
    [Fact]
    public void What_fits_stays_as_it_is()
    {
        Assert.Equal("learning rate", Lettering.Fit("learning rate", 500, 12));
    }

    [Fact]
    public void What_is_too_long_keeps_its_beginning_and_its_end()
    {
        string fitted = Lettering.Fit("train_" + new string('x', 100) + "_final", 120, 12);
        Assert.StartsWith("train_", fitted, StringComparison.Ordinal);
        Assert.EndsWith("_final", fitted, StringComparison.Ordinal);
        Assert.Contains('…', fitted);
        Assert.InRange(Lettering.Width(fitted, 12), 90, 120);
    }

    [Fact]
    public void Lines_hold_all_words_and_are_no_wider_than_the_room()
    {
        string text = "one two three four five six seven eight nine ten";
        IReadOnlyList<string> lines = Lettering.Lines(text, 80, 12);
        Assert.Equal(text, string.Join(' ', lines));
        Assert.True(lines.Count > 2);
        Assert.All(lines, line => Assert.True(Lettering.Width(line, 12) <= 80));
    }

    [Fact]
    public void Line_breaks_in_names_become_spaces()
    {
        Assert.Equal("a b c", Lettering.Clean("a\nb\tc"));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("Ελληνικά")]
    [InlineData("данные")]
    [InlineData("שלום")]
    public void The_font_of_a_text_has_its_characters(string text)
    {
        using SkiaSharp.SKFont font = SystemFonts.Font(text, 12);
        Assert.True(font.ContainsGlyphs(text));
    }

    [Theory]
    [InlineData(0.25, "0.25")]
    [InlineData(-1500, "−1,500")]
    [InlineData(0.00002, "2e−5")]
    [InlineData(0, "0")]
    public void Ticks_are_short_and_the_same_in_every_culture(double value, string text)
    {
        Assert.Equal(text, Numbers.Tick(value));
    }

    [Theory]
    [InlineData(-0.004, "0.00")]
    [InlineData(-0.006, "−0.01")]
    [InlineData(double.NaN, "undefined")]
    public void A_score_that_rounds_to_zero_has_no_sign(double value, string text) => Assert.Equal(text, Numbers.Score(value));
}
