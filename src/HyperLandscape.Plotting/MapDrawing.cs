using HyperLandscape.Embeddings;
using ScottPlot;
using ScottPlot.Colormaps;
using ScottPlot.Plottables;

namespace HyperLandscape.Plotting;

/// <summary>Draws the fitness on a map of configurations: ranks as bands of color, optima as marks.</summary>
internal static class MapDrawing
{
    public const int Bands = 10;
    private const int MostOptima = 300;

    /// <summary>What the colors mean on every map: blue is good, red is bad.</summary>
    public static ColorScale Scale { get; } = new(new Balance(), 0, 100, "rank of the fitness, % of the configurations (0 = best, blue)", Bands);

    /// <summary>A map of two coordinates with a landscape.</summary>
    public static Embedding Require(Embedding map)
    {
        if (map.Dimensions != 2)
            throw new ArgumentException($"A picture of a map needs 2 coordinates per configuration, it has {map.Dimensions}; reduce it first, for example with Umap or Pca.", nameof(map));
        return map.Landscape is not null ? map : throw new ArgumentException("The map has no landscape, whose fitness would be drawn; embed a landscape, or give it to the embedding's constructor.", nameof(map));
    }

    /// <summary>A panel of a map.</summary>
    public static void Fill(Sheet sheet, Plot plot, Embedding map, bool interpolated, int resolution)
    {
        double[] ranks = [.. map.Landscape!.Ranks.ToArray().Select(rank => map.Count == 1 ? 0 : 100 * (rank - 1) / (map.Count - 1))];
        if (interpolated)
            FillSurface(plot, Surface.Of(map, ranks, resolution));
        else
            FillPoints(sheet, plot, map, ranks);
        MarkOptima(sheet, plot, map);
        plot.HideGrid();
        foreach (IAxis axis in (IAxis[])[plot.Axes.Bottom, plot.Axes.Left])
        {
            axis.TickGenerator = new ScottPlot.TickGenerators.EmptyTickGenerator();
            axis.FrameLineStyle.IsVisible = false;
        }

        (double left, double right) = Ranges.Around([.. Enumerable.Range(0, map.Count).Select(row => map[row][0])], 0.04);
        (double bottom, double top) = Ranges.Around([.. Enumerable.Range(0, map.Count).Select(row => map[row][1])], 0.04);
        plot.Axes.SetLimits(left, right, bottom, top);
        plot.Axes.SquareUnits();
    }

    /// <summary>What the marks of all maps mean.</summary>
    public static IEnumerable<KeyEntry> Key(Sheet sheet) => [new("local optimum", Optimum(8)), new("global optimum", Star(sheet))];

    /// <summary>What the caption says if not all optima are marked.</summary>
    public static string Remark(Landscape landscape) => landscape.Optima.Length > MostOptima ? FormattableString.Invariant($" The best {MostOptima} of {landscape.Optima.Length:N0} local optima are marked.") : "";

    private static void FillSurface(Plot plot, Surface surface)
    {
        int size = surface.X.Length;
        var heights = new double[size, size];
        var grid = new Coordinates3d[size, size];
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column < size; column++)
            {
                heights[size - 1 - row, column] = surface[row, column];
                grid[row, column] = new Coordinates3d(surface.X[column], surface.Y[row], surface[row, column]);
            }
        }

        Heatmap fill = plot.Add.Heatmap(heights);
        fill.Extent = new CoordinateRect(surface.X[0], surface.X[^1], surface.Y[0], surface.Y[^1]);
        fill.Colormap = Scale.Banded;
        fill.ManualRange = new ScottPlot.Range(Scale.Least, Scale.Most);
        var lines = new ContourLines { ContourLineLevels = [.. Enumerable.Range(1, Bands - 1).Select(band => 100.0 * band / Bands)], LineColor = Colors.Black.WithAlpha(0.35), LineWidth = 0.8f };
        lines.LabelStyle.IsVisible = false;
        lines.Update(grid);
        ContourLine[] whole = [.. lines.Lines.SelectMany(Known)];
        lines.Lines.Clear();
        lines.Lines.AddRange(whole);
        plot.Add.Plottable(lines);
    }

    /// <summary>The parts of a contour line that lie on the surface: outside its hull there is no height.</summary>
    private static IEnumerable<ContourLine> Known(ContourLine line)
    {
        var part = new List<Coordinates>();
        foreach (Coordinates point in line.Path.Points.Append(Coordinates.NaN))
        {
            if (double.IsFinite(point.X) && double.IsFinite(point.Y))
            {
                part.Add(point);
                continue;
            }

            if (part.Count > 1)
                yield return new ContourLine(CoordinatePath.Open(part), line.Z);
            part.Clear();
        }
    }

    private static void FillPoints(Sheet sheet, Plot plot, Embedding map, double[] ranks)
    {
        float size = map.Count > 3_000 ? 3 : map.Count > 500 ? 5 : 8;
        for (int band = 0; band < Bands; band++)
        {
            double color = 100 * (band + 0.5) / Bands;
            Coordinates[] points = [.. Enumerable.Range(0, map.Count).Where(row => Scale.Of(ranks[row]) == Scale.Of(color)).Select(row => Place(map, row))];
            if (points.Length > 0)
                plot.Add.Markers(points).MarkerStyle = new MarkerStyle(MarkerShape.FilledCircle, size, Scale.Of(color)) { OutlineColor = sheet.Muted.WithAlpha(0.5), OutlineWidth = size > 3 ? 0.5f : 0 };
        }
    }

    private static void MarkOptima(Sheet sheet, Plot plot, Embedding map)
    {
        Landscape landscape = map.Landscape!;
        double best = landscape.Fitness[landscape.GlobalOptima[0]];
        int[] optima = [.. landscape.Optima.ToArray().OrderBy(optimum => map.Landscape!.Ranks[optimum]).Take(MostOptima)];
        Coordinates[] local = [.. optima.Where(optimum => landscape.Fitness[optimum] != best).Select(optimum => Place(map, optimum))];
        if (local.Length > 0)
            plot.Add.Markers(local).MarkerStyle = Optimum(local.Length > 60 ? 4 : 7);
        plot.Add.Markers(optima.Where(optimum => landscape.Fitness[optimum] == best).Select(optimum => Place(map, optimum)).ToArray()).MarkerStyle = Star(sheet);
    }

    private static Coordinates Place(Embedding map, int row) => new(map[row][0], map[row][1]);

    private static MarkerStyle Optimum(float size) => new(MarkerShape.FilledCircle, size, Colors.White) { OutlineColor = Colors.Black, OutlineWidth = 1 };

    private static MarkerStyle Star(Sheet sheet) => StarMarker.Style(sheet.Group(4), Colors.Black);
}
