using ScottPlot;

namespace HyperLandscape.Plotting;

/// <summary>What a mark or a line means.</summary>
internal sealed record KeyEntry(string Text, MarkerStyle? Marker = null, LineStyle? Line = null)
{
    private const float Symbol = 22;
    private const float Gap = 16;

    /// <summary>Draws entries from left to right, in as many rows as they need, and gives the height taken.</summary>
    public static float Draw(Brush brush, IReadOnlyList<KeyEntry> entries, float left, float top, float room, Color color)
    {
        float x = left;
        float y = top;
        foreach (KeyEntry entry in entries)
        {
            string text = Lettering.Fit(entry.Text, room - Symbol, Sheet.SmallSize);
            float width = Symbol + Lettering.Width(text, Sheet.SmallSize);
            if (x > left && x + width > left + room)
            {
                x = left;
                y += Brush.LineHeight + 2;
            }

            entry.DrawSymbol(brush, x, y + (Brush.LineHeight / 2));
            brush.Text(text, x + Symbol, y + (0.78f * Brush.LineHeight), Sheet.SmallSize, color);
            x += width + Gap;
        }

        return entries.Count > 0 ? y - top + Brush.LineHeight + 4 : 0;
    }

    private void DrawSymbol(Brush brush, float x, float y)
    {
        if (Line is not null)
            brush.Line(Line, x, x + Symbol - 6, y);
        if (Marker is not null)
            brush.Mark(Marker, x + ((Symbol - 6) / 2), y);
    }
}
