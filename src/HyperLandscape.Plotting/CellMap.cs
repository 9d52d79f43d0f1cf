using ScottPlot;
using ScottPlot.Plottables;

namespace HyperLandscape.Plotting;

/// <summary>A table of numbers as colored cells with their numbers, row 0 on top; a cell without a number has no color.</summary>
internal static class CellMap
{
    private const int Character = 7;

    /// <summary>Fills a panel. The sheet has the scale of colors.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="plot">The panel.</param>
    /// <param name="values">Rows and columns.</param>
    /// <param name="format">A number as text; written in all cells if the longest fits.</param>
    /// <param name="cell">Width and height of a cell in pixels, about.</param>
    public static void Fill(Sheet sheet, Plot plot, double[,] values, Func<double, string> format, (float Width, float Height) cell)
    {
        plot.HideGrid();
        plot.Axes.SetLimits(-0.5, values.GetLength(1) - 0.5, -0.5, values.GetLength(0) - 0.5);
        double[] known = [.. values.Cast<double>().Where(double.IsFinite)];
        if (known.Length == 0)
        {
            Write(plot, "undefined", (values.GetLength(1) - 1) / 2.0, (values.GetLength(0) - 1) / 2.0, sheet.Background);
            return;
        }

        Heatmap map = plot.Add.Heatmap(values);
        map.Colormap = sheet.Scale!.Banded;
        map.ManualRange = new ScottPlot.Range(sheet.Scale.Least, sheet.Scale.Most);
        map.NaNCellColor = sheet.Background;
        map.RenderStrategy = new Heatmap.RenderStrategies.Rectangles();
        int longest = known.Max(value => format(value).Length);
        if (cell.Width < (longest * Character) + 6 || cell.Height < Sheet.SmallSize + 5)
            return;
        for (int row = 0; row < values.GetLength(0); row++)
        {
            for (int column = 0; column < values.GetLength(1); column++)
            {
                if (double.IsFinite(values[row, column]))
                    Write(plot, format(values[row, column]), column, values.GetLength(0) - 1 - row, sheet.Scale.Of(values[row, column]));
            }
        }
    }

    private static void Write(Plot plot, string number, double x, double y, Color background)
    {
        Text text = plot.Add.Text(number, x, y);
        text.LabelFontName = SystemFonts.NameFor("0");
        text.LabelFontSize = Sheet.SmallSize;
        text.LabelFontColor = background.Luminance > 0.45 ? Colors.Black : Colors.White;
        text.LabelAlignment = Alignment.MiddleCenter;
    }
}
