using HyperLandscape.Spaces;

namespace HyperLandscape.Plotting.Tests;

/// <summary>Landscapes for pictures.</summary>
internal static class Examples
{
    public const string Hostile = "<script>alert(1)</script>";

    /// <summary>Three hyperparameters of every kind, one with a hostile and one with a Japanese name.</summary>
    public static SearchSpace Space { get; } = new(
        Hyperparameter.Ordinal("学習率", 0.001, 0.01, 0.1, 1),
        Hyperparameter.Categorical(Hostile, "sgd", "adam", "a name that is far too long to be written below a picture in full"),
        Hyperparameter.Boolean("warm_start"));

    public static Landscape Rough { get; } = Landscape.Evaluate(Space, c => Math.Sin(7.0 * c.Cell) + (0.1 * c.Level("warm_start")));

    public static Landscape Smooth { get; } = Landscape.Evaluate(Space, c => c.Level("学習率") + (0.2 * c.Level(Hostile)));

    public static Landscape Constant { get; } = Landscape.Evaluate(Space, _ => 0.25);

    public static Landscape Single { get; } = Landscape.Create(Space, [5L], [0.5]);

    /// <summary>Configurations along a line, with local optima of fitness 1, 2, 3 and 4, in this order.</summary>
    public static Landscape Valleys { get; } = Landscape.Create(new SearchSpace(Hyperparameter.Ordinal("x", 1, 2, 3, 4, 5, 6, 7, 8, 9)), [5, 1, 6, 2, 7, 3, 8, 4, 9]);

    /// <summary>Fails unless a picture shows something in both themes and at the least size, as PNG and SVG, with no markup from names.</summary>
    public static void RequireDrawn(Picture picture)
    {
        byte[] light = picture.ToPng();
        byte[] dark = (picture with { Theme = PictureTheme.Dark }).ToPng();
        Assert.InRange(Pixels.Inked(light), 0.01, 0.9);
        Assert.InRange(Pixels.Inked(dark), 0.01, 0.9);
        Assert.True(Pixels.Difference(light, dark) > 0.2);
        Assert.InRange(Pixels.Inked(picture.ToPng(300, 240)), 0.01, 0.98);
        Assert.Equal(0, Pixels.InkedBorder(picture.ToPng(600, 600)));
        string svg = picture.ToSvg();
        Assert.DoesNotContain("<script", svg, StringComparison.OrdinalIgnoreCase);
        Assert.NotNull(System.Xml.Linq.XDocument.Parse(svg).Root);
    }

    /// <summary>Fails if two pictures are alike.</summary>
    public static void RequireDifferent(Picture a, Picture b) => Assert.True(Pixels.Difference(a.ToPng(), b.ToPng()) > 0.002);
}
