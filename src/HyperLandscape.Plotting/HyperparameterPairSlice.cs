using HyperLandscape.Spaces;
using ScottPlot;

namespace HyperLandscape.Plotting;

/// <summary>
/// What two hyperparameters do to the fitness together: for each pair of their levels the mean over all configurations that
/// have both, as a color and, where there is room, a number. The best means are starred, unless all are equal. Pairs that no
/// configuration has are without color and counted; levels that none has are left out.
/// </summary>
public sealed record HyperparameterPairSlice : Picture
{
    private readonly int across;
    private readonly int up;

    /// <summary>Of two hyperparameters of a landscape.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="horizontal">The hyperparameter from left to right.</param>
    /// <param name="vertical">The hyperparameter from the bottom up.</param>
    /// <exception cref="ArgumentException">There is no hyperparameter of a name, or both are the same.</exception>
    public HyperparameterPairSlice(Landscape landscape, string horizontal, string vertical)
    {
        across = Marginal.IndexOf(landscape, horizontal);
        up = Marginal.IndexOf(landscape, vertical);
        if (across == up)
            throw new ArgumentException($"Both hyperparameters are '{horizontal}'; name two different ones, or draw a HyperparameterSlice.", nameof(vertical));
        Landscape = landscape;
        Horizontal = horizontal;
        Vertical = vertical;
    }

    /// <summary>The landscape.</summary>
    public Landscape Landscape { get; }

    /// <summary>The hyperparameter from left to right.</summary>
    public string Horizontal { get; }

    /// <summary>The hyperparameter from the bottom up.</summary>
    public string Vertical { get; }

    private protected override Sheet Compose(int width, int height)
    {
        Hyperparameter first = Landscape.Space.Hyperparameters[across];
        Hyperparameter second = Landscape.Space.Hyperparameters[up];
        double[] means = [.. Marginal.Of(Landscape, first.LevelCount * second.LevelCount, cell => (Landscape.Space.Level(cell, up) * first.LevelCount) + Landscape.Space.Level(cell, across)).Select(pair => pair.Mean)];
        int[] columns = [.. Enumerable.Range(0, first.LevelCount).Where(column => Enumerable.Range(0, second.LevelCount).Any(row => Known(row, column)))];
        int[] rows = [.. Enumerable.Range(0, second.LevelCount).Where(row => Enumerable.Range(0, first.LevelCount).Any(column => Known(row, column))).Reverse()];
        var values = new double[rows.Length, columns.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            for (int column = 0; column < columns.Length; column++)
                values[row, column] = means[(rows[row] * first.LevelCount) + columns[column]];
        }

        Sheet sheet = Sheet(width, height, values);
        Plot plot = sheet.Add(Horizontal, Vertical);
        float roomUp = height - 240;
        CellMap.Fill(sheet, plot, values, Numbers.Text, (width * 0.75f / columns.Length, roomUp / rows.Length));
        Star(sheet, plot, values);
        Names.Beside(plot, [.. rows.Select(row => second.Labels[row])], width * 0.22f, roomUp);
        Names.Below(plot, [.. columns.Select(column => first.Labels[column])], width * 0.75f);
        return sheet;

        bool Known(int row, int column) => double.IsFinite(means[(row * first.LevelCount) + column]);
    }

    private Sheet Sheet(int width, int height, double[,] values)
    {
        double[] known = [.. values.Cast<double>().Where(double.IsFinite)];
        int missing = values.Length - known.Length;
        return new Sheet(Theme, width, height)
        {
            Title = $"Mean fitness by {Horizontal} and {Vertical}",
            Caption = $"{Landscape}. Means over all levels of the others.{(missing > 0 ? $" {Numbers.Count(missing, "pair")} of levels without a configuration have no color." : "")}",
            Scale = ScaleEnds.OfFitness(Landscape, known, $"mean {Numbers.FitnessOf(Landscape)}"),
        };
    }

    /// <summary>Stars the best means, unless all are equal.</summary>
    private void Star(Sheet sheet, Plot plot, double[,] values)
    {
        double[] known = [.. values.Cast<double>().Where(double.IsFinite)];
        double best = Landscape.Objective == Objective.Minimize ? known.Min() : known.Max();
        if (known.Length > 1 && known.Min() == known.Max())
            return;
        int columns = values.GetLength(1);
        MarkerStyle star = StarMarker.Style(sheet.Group(4), Colors.Black);
        plot.Add.Markers(values.Cast<double>().Index().Where(cell => cell.Item == best)
            .Select(cell => new Coordinates((cell.Index % columns) - 0.33, values.GetLength(0) - 1 - (cell.Index / columns) + 0.28)).ToArray()).MarkerStyle = star;
        sheet.Key.Add(new KeyEntry("best mean", star));
    }
}
