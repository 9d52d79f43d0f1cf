using System.Collections.Concurrent;
using System.Text;
using ScottPlot;
using SkiaSharp;

namespace HyperLandscape.Plotting;

/// <summary>
/// Fonts of the system. On Linux the drawing library finds none unless it is built against fontconfig, which slim
/// systems lack; there the files in the usual folders are looked through instead, and a font is named by its file.
/// </summary>
internal sealed class SystemFonts : IFontResolver
{
    private const string Alphabet = "abcXYZ0123456789.,-";

    /// <summary>Well-known sans serif fonts, the best first.</summary>
    private static readonly string[] Preferred =
    [
        "LiberationSans-Regular", "DejaVuSans", "NotoSans-Regular", "Roboto-Regular", "OpenSans-Regular", "Ubuntu-R", "FreeSans", "Arimo-Regular",
    ];

    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);
    private static readonly bool ManagerHasFonts = SKTypeface.Default is { GlyphCount: > 0 };
    private static readonly Lazy<string[]> Files = new(FindFiles);

    static SystemFonts()
    {
        Fonts.FontResolvers.Insert(0, new SystemFonts());
    }

    /// <summary>The name of a font that has all characters of a text, or else most of them.</summary>
    /// <exception cref="InvalidOperationException">The system has no font.</exception>
    public static string NameFor(string text) => Known.GetOrAdd(text, static text => ManagerHasFonts ? Fonts.Detect(text) is { Length: > 0 } name ? name : Fonts.Default : FileFor(text));

    /// <summary>How a text is drawn.</summary>
    public static SKFont Font(string text, float size, bool bold = false) =>
        new(Fonts.GetTypeface(NameFor(text), bold, false), size) { Subpixel = true };

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing)
    {
        if (!Path.IsPathFullyQualified(fontName))
            return null;
        string bold = fontName.Contains("-Regular", StringComparison.Ordinal)
            ? fontName.Replace("-Regular", "-Bold", StringComparison.Ordinal)
            : Path.ChangeExtension(fontName, null) + "-Bold" + Path.GetExtension(fontName);
        return SKTypeface.FromFile(weight >= FontWeight.SemiBold && File.Exists(bold) ? bold : fontName);
    }

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) =>
        CreateTypeface(fontName, bold ? FontWeight.Bold : FontWeight.Normal, FontSlant.Upright, FontSpacing.Normal);

    private static string FileFor(string text)
    {
        string needed = text + Alphabet;
        if (Files.Value.Length == 0)
            throw new InvalidOperationException("The system has no font to write with; install one, for example the package fonts-dejavu-core or fonts-liberation.");
        return Files.Value.MinBy(file => Missing(file, needed))!;
    }

    private static int Missing(string file, string text)
    {
        using var font = new SKFont(Fonts.GetTypeface(file, false, false));
        return text.EnumerateRunes().Count(rune => !Rune.IsControl(rune) && !font.ContainsGlyph(rune.Value));
    }

    private static string[] FindFiles()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string[] folders = ["/usr/share/fonts", "/usr/local/share/fonts", Path.Combine(home, ".local/share/fonts"), Path.Combine(home, ".fonts")];
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        return [.. folders.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", options))
            .Where(file => Path.GetExtension(file).ToUpperInvariant() is ".TTF" or ".OTF" or ".TTC")
            .OrderBy(Order).ThenBy(file => file, StringComparer.Ordinal)];
    }

    /// <summary>Preferred fonts first, then upright sans serif fonts, then all others.</summary>
    private static int Order(string file)
    {
        string name = Path.GetFileNameWithoutExtension(file);
        int place = Array.IndexOf(Preferred, name);
        if (place >= 0)
            return place;
        bool plain = !name.Contains("Bold", StringComparison.Ordinal) && !name.Contains("Italic", StringComparison.Ordinal) && !name.Contains("Oblique", StringComparison.Ordinal) && !name.Contains("Mono", StringComparison.Ordinal);
        return Preferred.Length + (!plain ? 2 : name.Contains("Sans", StringComparison.Ordinal) ? 0 : 1);
    }
}
