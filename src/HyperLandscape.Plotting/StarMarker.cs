using ScottPlot;
using SkiaSharp;

namespace HyperLandscape.Plotting;

/// <summary>A star with five points, which the plotting library has no marker for; drawn alike whatever fonts there are.</summary>
internal sealed class StarMarker : IMarker
{
    private const double Inner = 0.42;

    /// <summary>A filled star with an outline.</summary>
    public static MarkerStyle Style(Color fill, Color outline, float size = 17) => new()
    {
        CustomRenderer = new StarMarker(),
        Size = size,
        FillColor = fill,
        OutlineColor = outline,
        OutlineWidth = 1.2f,
    };

    public void Render(SKCanvas canvas, Paint paint, Pixel center, float size, MarkerStyle markerStyle)
    {
        Pixel[] corners = new Pixel[10];
        for (int i = 0; i < corners.Length; i++)
        {
            double radius = size / 2 * (i % 2 == 0 ? 1 : Inner);
            (double sin, double cos) = Math.SinCos(Math.PI * i / 5);
            corners[i] = new Pixel(center.X + (radius * sin), center.Y - (radius * cos));
        }

        Drawing.FillPath(canvas, paint, corners, markerStyle.FillStyle);
        Drawing.DrawPath(canvas, paint, corners, markerStyle.OutlineStyle, close: true);
    }
}
