using HyperLandscape.Embeddings;
using ScottPlot;

namespace HyperLandscape.Plotting;

/// <summary>
/// Several landscapes on one map, see <see cref="JointMap"/>: a panel each, all with the same axes and colors, so that a
/// place is the same configuration in every panel. See <see cref="LandscapeMap"/> for what is drawn.
/// </summary>
public sealed record MapPanels : Picture
{
    private const int NarrowestPanel = 180;
    private const int LargestPanel = 320;
    private const int SpaceBesides = 140; // above and below the panels

    /// <summary>Of maps in their order.</summary>
    /// <param name="maps">At least one, all with the same coordinates and each with its landscape.</param>
    /// <param name="names">What each landscape is called.</param>
    /// <exception cref="ArgumentException">There is no map, a name is missing, or the coordinates differ.</exception>
    public MapPanels(IReadOnlyList<Embedding> maps, IReadOnlyList<string> names)
    {
        if (maps.Count == 0)
            throw new ArgumentException("There is no map; give at least one.", nameof(maps));
        if (names.Count != maps.Count)
            throw new ArgumentException($"{names.Count} names were given for {maps.Count} maps; give one each.", nameof(names));
        foreach (Embedding map in maps)
        {
            if (!MapDrawing.Require(map).Coordinates.SequenceEqual(maps[0].Coordinates))
                throw new ArgumentException("The maps differ in their coordinates, so that their panels could not be compared; embed the landscapes with JointMap.", nameof(maps));
        }

        Maps = [.. maps];
        Names = [.. names];
    }

    /// <summary>The maps.</summary>
    public IReadOnlyList<Embedding> Maps { get; }

    /// <summary>What each landscape is called.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>True, the default: contours. False: a point per configuration, nothing between them.</summary>
    public bool Interpolated { get; init; } = true;

    private protected override Sheet Compose(int width, int height)
    {
        (int columns, int rows) = Shape(Maps.Count, width);
        var sheet = new Sheet(Theme, width, height)
        {
            Title = "The landscapes on one map",
            Caption = $"{Numbers.Count(Maps[0].Count, "configuration")}; a place is the same configuration in every panel.{string.Concat(Maps.Select(map => MapDrawing.Remark(map.Landscape!)).Distinct())}",
            Columns = columns,
            Scale = MapDrawing.Scale,
        };
        sheet.Key.AddRange(MapDrawing.Key(sheet));
        for (int i = 0; i < Maps.Count; i++)
        {
            Plot plot = sheet.Add(title: Names[i]);
            MapDrawing.Fill(sheet, plot, Maps[i], Interpolated, Math.Clamp(Math.Min(width / columns, height / rows), 80, 400));
        }

        return sheet;
    }

    /// <summary>The height at which the panels of a picture of some width are about as high as wide.</summary>
    internal static int HeightFor(int maps, int width)
    {
        (int columns, int rows) = Shape(maps, width);
        return SpaceBesides + (rows * Math.Min(width / columns, LargestPanel));
    }

    private static (int Columns, int Rows) Shape(int maps, int width)
    {
        int columns = Math.Clamp(width / NarrowestPanel, 1, maps);
        int rows = (maps + columns - 1) / columns;
        return ((maps + rows - 1) / rows, rows);
    }
}
