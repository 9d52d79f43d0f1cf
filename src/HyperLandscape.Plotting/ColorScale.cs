using ScottPlot;

namespace HyperLandscape.Plotting;

/// <summary>What the colors of a picture mean as numbers: a strip of equal bands with the numbers at its ends and its middle.</summary>
internal sealed record ColorScale(IColormap Map, double Least, double Most, string Meaning, int Bands = 100)
{
    public const float Height = 44;
    private const float Strip = 11;

    /// <summary>The color of a value, that of its band; values outside get the color of the end.</summary>
    public Color Of(double value) => Band(Math.Clamp((int)((value - Least) / (Most - Least) * Bands), 0, Bands - 1));

    /// <summary>The same as a map from 0 to 1.</summary>
    public IColormap Banded => new Banding(this);

    /// <summary>Draws the strip, centered, with its meaning below.</summary>
    public void Draw(Brush brush, float left, float top, float room, Color ink, Color muted)
    {
        string text = Lettering.Fit(Meaning, room, Sheet.SmallSize);
        float width = Math.Min(room - 40, 360);
        float start = left + ((room - width) / 2);
        float step = width / Bands;
        for (int band = 0; band < Bands; band++)
            brush.Fill(start + (band * step), top, step + (band < Bands - 1 ? 0.5f : 0), Strip, Band(band));
        foreach (double share in (double[])[0, 0.5, 1])
        {
            string number = Numbers.Tick(double.Lerp(Least, Most, share));
            brush.Text(number, start + ((float)share * width) - (Lettering.Width(number, Sheet.SmallSize) / 2), top + Strip + 13, Sheet.SmallSize, muted);
        }

        brush.Text(text, left + ((room - Lettering.Width(text, Sheet.SmallSize)) / 2), top + Strip + 28, Sheet.SmallSize, ink);
    }

    private Color Band(int band) => Map.GetColor((band + 0.5) / Bands);

    private sealed class Banding(ColorScale scale) : IColormap
    {
        public string Name => "bands";

        public Color GetColor(double position) => double.IsNaN(position) ? Colors.Transparent : scale.Of(double.Lerp(scale.Least, scale.Most, position));
    }
}
