using SkiaSharp;

namespace HyperLandscape.Plotting;

/// <summary>Texts that fit: measured, shortened in the middle, broken into lines.</summary>
internal static class Lettering
{
    /// <summary>Width in pixels.</summary>
    public static float Width(string text, float size, bool bold = false)
    {
        using SKFont font = SystemFonts.Font(text, size, bold);
        return font.MeasureText(text);
    }

    /// <summary>On one line, without control characters, and no wider than given: what is too much is left out in the middle.</summary>
    public static string Fit(string text, float width, float size, bool bold = false)
    {
        text = Clean(text);
        if (Width(text, size, bold) <= width)
            return text;
        string[] elements = [.. Elements(text)];
        int least = 0;
        int most = elements.Length - 1;
        while (least < most)
        {
            int kept = (least + most + 1) / 2;
            if (Width(Middle(elements, kept), size, bold) <= width)
                least = kept;
            else
                most = kept - 1;
        }

        return Middle(elements, least);
    }

    /// <summary>In lines no wider than given, broken at spaces; a longer word is shortened.</summary>
    public static IReadOnlyList<string> Lines(string text, float width, float size)
    {
        var lines = new List<string>();
        foreach (string word in Clean(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string fitted = Fit(word, width, size);
            if (lines.Count > 0 && Width($"{lines[^1]} {fitted}", size) <= width)
                lines[^1] = $"{lines[^1]} {fitted}";
            else
                lines.Add(fitted);
        }

        return lines;
    }

    /// <summary>A name of a file or a table as one line: control characters become spaces.</summary>
    public static string Clean(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    private static string Middle(string[] elements, int kept) =>
        string.Concat([.. elements.Take((kept + 1) / 2), "…", .. elements.Skip(elements.Length - (kept / 2))]);

    private static IEnumerable<string> Elements(string text)
    {
        var elements = System.Globalization.StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
            yield return elements.GetTextElement();
    }
}
