using ScottPlot;
using SkiaSharp;

namespace HyperLandscape.Plotting;

/// <summary>Draws what lies outside the panels.</summary>
internal sealed class Brush(SKCanvas canvas)
{
    /// <summary>From one baseline of small text to the next.</summary>
    public const float LineHeight = 16;

    public void Text(string text, float x, float baseline, float size, ScottPlot.Color color, bool bold = false)
    {
        using SKFont font = SystemFonts.Font(text, size, bold);
        using var paint = new SKPaint { Color = color.ToSKColor(), IsAntialias = true };
        canvas.DrawText(text, x, baseline, SKTextAlign.Left, font, paint);
    }

    public void Fill(float x, float y, float width, float height, ScottPlot.Color color)
    {
        using var paint = new SKPaint { Color = color.ToSKColor() };
        canvas.DrawRect(x, y, width, height, paint);
    }

    public void Mark(MarkerStyle marker, float x, float y)
    {
        using var paint = Paint.NewDisposablePaint();
        marker.Render(canvas, new Pixel(x, y), paint);
    }

    public void Line(LineStyle line, float left, float right, float y)
    {
        using var paint = Paint.NewDisposablePaint();
        line.Render(canvas, new PixelLine(left, y, right, y), paint);
    }
}
