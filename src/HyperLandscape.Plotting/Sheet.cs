using ScottPlot;
using ScottPlot.AxisPanels;
using ScottPlot.Rendering.RenderActions;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace HyperLandscape.Plotting;

/// <summary>
/// The layout that all pictures share, from top to bottom: a title, a key of marks, panels in rows, a scale of colors, a
/// caption. Texts of one kind have one size; what is too long is shortened or broken into lines, never cut.
/// </summary>
internal sealed class Sheet(PictureTheme theme, int width, int height)
{
    public const float SmallSize = 12;
    private const float TitleSize = 17;
    private const float Margin = 14;

    private readonly List<Plot> panels = [];

    public int Width => width;

    public int Height => height;

    /// <summary>What the picture shows.</summary>
    public string Title { get; init; } = "";

    /// <summary>Figures and reading aids, in as many lines as they need.</summary>
    public string Caption { get; init; } = "";

    /// <summary>Panels per row.</summary>
    public int Columns { get; init; } = 1;

    /// <summary>What marks and lines mean.</summary>
    public List<KeyEntry> Key { get; } = [];

    /// <summary>What colors mean, if they are numbers.</summary>
    public ColorScale? Scale { get; set; }

    public ScottPlot.Color Background { get; } = new(theme.Background);

    public ScottPlot.Color Ink { get; } = new(theme.Text);

    public ScottPlot.Color Muted { get; } = new(theme.MutedText);

    public ScottPlot.Color Grid { get; } = new(theme.Grid);

    /// <summary>Color of a group; they repeat after the last.</summary>
    public ScottPlot.Color Group(int index) => new(theme.Palette[index % theme.Palette.Count]);

    /// <summary>A panel in the colors of the theme, to be filled.</summary>
    public Plot Add(string xLabel = "", string yLabel = "", string title = "")
    {
        var plot = new Plot();
        plot.RenderManager.RenderActions.RemoveAll(action => action is ClearCanvas); // it would wipe the panels before
        plot.FigureBackground.Color = Background;
        plot.DataBackground.Color = Background;
        plot.Axes.Color(Muted);
        plot.Axes.FrameColor(Grid);
        plot.Axes.Right.FrameLineStyle.IsVisible = false;
        plot.Axes.Top.FrameLineStyle.IsVisible = false;
        plot.Grid.MajorLineColor = Grid;
        foreach (AxisBase axis in (AxisBase[])[(AxisBase)plot.Axes.Bottom, (AxisBase)plot.Axes.Left])
        {
            axis.TickGenerator = new NumericAutomatic { LabelFormatter = Numbers.Tick, TickDensity = 0.6 };
            axis.TickLabelStyle.FontName = SystemFonts.NameFor("0");
            axis.TickLabelStyle.FontSize = SmallSize;
            axis.MinorTickStyle.Length = 0;
            axis.MajorTickStyle.Color = Muted;
        }

        // The library reserves no room for the tick marks themselves.
        ((AxisBase)plot.Axes.Left).PaddingBetweenTickAndAxisLabels = new PixelPadding(9, 3);
        Write(plot.Axes.Bottom.Label, xLabel);
        Write(plot.Axes.Left.Label, yLabel);
        Write(plot.Axes.Title.Label, title);
        plot.Axes.Title.FullFigureCenter = true;
        plot.Axes.Title.IsVisible = title.Length > 0;
        plot.Axes.Right.MinimumSize = Margin;
        plot.Axes.Top.MinimumSize = Margin / 2;
        panels.Add(plot);
        return plot;
    }

    /// <summary>A line per landscape of a set, told apart by color and then by pattern, and their key unless there is one only.</summary>
    public void AddLines(Plot plot, LandscapeSet set, IReadOnlyList<(double[] Xs, double[] Ys)> curves, bool markers)
    {
        IReadOnlyList<string> names = Sets.ShortNames(set);
        LinePattern[] patterns = [LinePattern.Solid, LinePattern.Dashed, LinePattern.Dotted];
        for (int i = 0; i < curves.Count; i++)
        {
            if (curves[i].Xs.Length == 0)
                continue;
            LinePattern pattern = patterns[i / theme.Palette.Count];
            var line = plot.Add.Scatter(curves[i].Xs, curves[i].Ys, Group(i));
            line.LineWidth = 2;
            line.LinePattern = pattern;
            line.MarkerSize = markers ? 6 : 0;
            if (curves.Count > 1)
                Key.Add(new KeyEntry(names[i], Line: new LineStyle(2, Group(i), pattern)));
        }
    }

    public void Render(SKCanvas canvas)
    {
        canvas.Clear(Background.ToSKColor());
        var brush = new Brush(canvas);
        float room = width - (2 * Margin);
        float top = Margin;
        if (Title.Length > 0)
        {
            top += TitleSize;
            brush.Text(Lettering.Fit(Title, room, TitleSize, bold: true), Margin, top, TitleSize, Ink, bold: true);
            top += Margin * 0.7f;
        }

        top += KeyEntry.Draw(brush, Key, Margin, top, room, Muted);

        IReadOnlyList<string> lines = Lettering.Lines(Caption, room, SmallSize);
        float bottom = height - (Margin / 2) - (lines.Count * Brush.LineHeight);
        for (int line = 0; line < lines.Count; line++)
            brush.Text(lines[line], Margin, bottom + ((line + 0.75f) * Brush.LineHeight), SmallSize, Muted);
        if (Scale is not null)
        {
            bottom -= ColorScale.Height;
            Scale.Draw(brush, Margin, bottom, room, Ink, Muted);
        }

        int rows = (panels.Count + Columns - 1) / Columns;
        float panelWidth = width / (float)Columns;
        float panelHeight = (bottom - top) / rows;
        for (int i = 0; i < panels.Count; i++)
        {
            Fit(panels[i].Axes.Bottom.Label, panelWidth * 0.8f);
            Fit(panels[i].Axes.Left.Label, panelHeight - 20);
            Fit(panels[i].Axes.Title.Label, panelWidth * 0.93f);
            float left = i % Columns * panelWidth;
            float y = top + (i / Columns * panelHeight);
            panels[i].Render(canvas, new PixelRect(left, left + panelWidth, y + panelHeight, y));
        }
    }

    private static void Fit(LabelStyle label, float room) => label.Text = Lettering.Fit(label.Text, room, SmallSize);

    private void Write(LabelStyle label, string text)
    {
        label.FontSize = SmallSize;
        label.Bold = false;
        label.ForeColor = Ink;
        label.Text = text;
        label.FontName = SystemFonts.NameFor(text);
    }
}
