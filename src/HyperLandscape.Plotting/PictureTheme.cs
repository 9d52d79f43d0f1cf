namespace HyperLandscape.Plotting;

/// <summary>
/// The colors of a picture, each as <c>#rrggbb</c>. The palette is that of Okabe and Ito (2008), which people with any
/// kind of color blindness can tell apart, with its yellow and black left out or exchanged where they would not be seen.
/// </summary>
public sealed record PictureTheme
{
    /// <summary>Dark on white, for paper and light pages.</summary>
    public static PictureTheme Light { get; } = new("#ffffff", "#1a1c20", "#5c6370", "#e3e5ea", ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#6f6f6f"]);

    /// <summary>Light on near black, for dark pages.</summary>
    public static PictureTheme Dark { get; } = new("#16181d", "#eceef2", "#a4abb8", "#30343d", ["#4aa8e0", "#f0803c", "#2fc49a", "#e09cc4", "#f2bd42", "#9ad4f5", "#a9a9a9"]);

    private PictureTheme(string background, string text, string mutedText, string grid, IReadOnlyList<string> palette)
    {
        Background = background;
        Text = text;
        MutedText = mutedText;
        Grid = grid;
        Palette = palette;
    }

    /// <summary>Behind everything.</summary>
    public string Background { get; }

    /// <summary>Titles, axes and marks without a color of their own.</summary>
    public string Text { get; }

    /// <summary>Captions and tick labels.</summary>
    public string MutedText { get; }

    /// <summary>Lines of the grid.</summary>
    public string Grid { get; }

    /// <summary>Colors of groups, in their order; the first is that of a picture with one group.</summary>
    public IReadOnlyList<string> Palette { get; }
}
