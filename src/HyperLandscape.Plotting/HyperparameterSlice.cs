using HyperLandscape.Spaces;
using ScottPlot;

namespace HyperLandscape.Plotting;

/// <summary>
/// What a hyperparameter does to the fitness: for each of its levels the mean over all configurations that have it, the
/// band from the lower to the upper quartile, and the best. Levels are evenly spaced whatever their numbers; those of an ordinal
/// hyperparameter are joined by lines, categories are not. Levels that no configuration has are left out and counted.
/// </summary>
public sealed record HyperparameterSlice : Picture
{
    private readonly int index;

    /// <summary>Of a hyperparameter of a landscape.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="name">The hyperparameter.</param>
    /// <exception cref="ArgumentException">There is no hyperparameter of this name.</exception>
    public HyperparameterSlice(Landscape landscape, string name)
    {
        index = Marginal.IndexOf(landscape, name);
        Landscape = landscape;
        Name = name;
    }

    /// <summary>The landscape.</summary>
    public Landscape Landscape { get; }

    /// <summary>The hyperparameter.</summary>
    public string Name { get; }

    private protected override Sheet Compose(int width, int height)
    {
        Hyperparameter hyperparameter = Landscape.Space.Hyperparameters[index];
        Marginal[] all = Marginal.Of(Landscape, hyperparameter.LevelCount, cell => Landscape.Space.Level(cell, index));
        (string Label, Marginal Values)[] levels = [.. hyperparameter.Labels.ToArray().Zip(all).Where(level => level.Second.Count > 0)];
        int missing = all.Length - levels.Length;
        var sheet = new Sheet(Theme, width, height)
        {
            Title = $"Fitness by {Name}",
            Caption = $"{Landscape}. Per level of {Name}, over all levels of the others.{(missing > 0 ? $" {Numbers.Count(missing, "level")} without a configuration left out." : "")}",
        };
        Plot plot = sheet.Add(Name, Numbers.FitnessOf(Landscape));
        Marginal[] values = [.. levels.Select(level => level.Values)];
        if (hyperparameter.Kind == HyperparameterKind.Ordinal && values.Length > 1)
            DrawBand(sheet, plot, values);
        else
            DrawBars(sheet, plot, values);
        (double low, double high) = Ranges.Around([.. values.SelectMany(level => (double[])[level.Mean, level.LowerQuartile, level.UpperQuartile, level.Best])], 0.08);
        plot.Axes.SetLimits(-0.5, levels.Length - 0.5, low, high);
        Names.Below(plot, [.. levels.Select(level => level.Label)], width - 100);
        return sheet;
    }

    private static void DrawBand(Sheet sheet, Plot plot, Marginal[] levels)
    {
        double[] places = [.. Enumerable.Range(0, levels.Length).Select(i => (double)i)];
        var band = plot.Add.FillY(places, [.. levels.Select(level => level.LowerQuartile)], [.. levels.Select(level => level.UpperQuartile)]);
        band.FillColor = sheet.Group(0).WithAlpha(0.2);
        band.LineWidth = 0;
        sheet.Key.Add(new KeyEntry("middle half of the configurations", new MarkerStyle(MarkerShape.FilledSquare, 12, sheet.Group(0).WithAlpha(0.2))));
        DrawLine(sheet, plot, [.. levels.Select(level => level.Mean)], new MarkerStyle(MarkerShape.FilledCircle, 8, sheet.Group(0)), new LineStyle(2.5f, sheet.Group(0)), "mean");
        DrawLine(sheet, plot, [.. levels.Select(level => level.Best)], new MarkerStyle(MarkerShape.FilledDiamond, 9, sheet.Group(1)), new LineStyle(1.5f, sheet.Group(1), LinePattern.Dashed), "best");
    }

    private static void DrawBars(Sheet sheet, Plot plot, Marginal[] levels)
    {
        Color color = sheet.Group(0);
        for (int i = 0; i < levels.Length; i++)
        {
            var rectangle = plot.Add.Rectangle(i - 0.28, i + 0.28, levels[i].LowerQuartile, levels[i].UpperQuartile);
            rectangle.FillColor = color.WithAlpha(0.2);
            rectangle.LineColor = color.WithAlpha(0.6);
            rectangle.LineWidth = 1;
        }

        sheet.Key.Add(new KeyEntry("middle half of the configurations", new MarkerStyle(MarkerShape.FilledSquare, 12, color.WithAlpha(0.2))));
        DrawLine(sheet, plot, [.. levels.Select(level => level.Mean)], new MarkerStyle(MarkerShape.FilledCircle, 9, color), LineStyle.None, "mean");
        DrawLine(sheet, plot, [.. levels.Select(level => level.Best)], new MarkerStyle(MarkerShape.FilledDiamond, 10, sheet.Group(1)), LineStyle.None, "best");
    }

    private static void DrawLine(Sheet sheet, Plot plot, double[] values, MarkerStyle marker, LineStyle line, string meaning)
    {
        var scatter = plot.Add.Scatter(Enumerable.Range(0, values.Length).Select(i => (double)i).ToArray(), values);
        scatter.MarkerStyle = marker;
        scatter.LineStyle = line;
        sheet.Key.Add(new KeyEntry(meaning, marker, line));
    }
}
