using System.Numerics;
using ScottPlot;
using SkiaSharp;

namespace HyperLandscape.Plotting;

/// <summary>
/// A move from a circle to another: an arc to the left of the straight way, so that those back and forth do not cover each
/// other and one along a row of circles is seen; with a tip at its end if it has a size.
/// </summary>
internal sealed class Arc : IPlottable
{
    private const float Bend = 0.11f;
    private const float Slope = 0.45f;

    private readonly Vector2 start;
    private readonly Vector2 control;
    private readonly Vector2 end;

    public Arc((Vector2 Center, float Radius) source, (Vector2 Center, float Radius) target)
    {
        Vector2 way = target.Center - source.Center;
        control = source.Center + (way / 2) + (Bend * new Vector2(-way.Y, way.X));
        start = source.Center + (source.Radius * Vector2.Normalize(control - source.Center));
        end = target.Center + (target.Radius * Vector2.Normalize(control - target.Center));
    }

    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public Color Color { get; init; }

    public float Width { get; init; }

    /// <summary>Length of the tip in pixels; 0: none.</summary>
    public float Tip { get; init; }

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp)
    {
        Vector2 first = Place(start);
        Vector2 middle = Place(control);
        Vector2 last = Place(end);
        Vector2 along = Tip * Vector2.Normalize(last - middle);
        Vector2 across = Slope * new Vector2(-along.Y, along.X);
        using var builder = new SKPathBuilder();
        builder.MoveTo(first.X, first.Y);
        builder.QuadTo(middle.X, middle.Y, last.X - (along.X / 2), last.Y - (along.Y / 2));
        using SKPath path = builder.Detach();
        using var paint = new SKPaint { Color = Color.ToSKColor(), IsAntialias = true, IsStroke = true, StrokeWidth = Width };
        rp.Canvas.DrawPath(path, paint);
        if (Tip > 0)
            Drawing.FillPath(rp.Canvas, rp.Paint, [Corner(last), Corner(last - along + across), Corner(last - along - across)], new FillStyle { Color = Color.WithAlpha(0.85) });
    }

    private static Pixel Corner(Vector2 place) => new(place.X, place.Y);

    private Vector2 Place(Vector2 point)
    {
        Pixel pixel = Axes.GetPixel(new Coordinates(point.X, point.Y));
        return new Vector2(pixel.X, pixel.Y);
    }
}
