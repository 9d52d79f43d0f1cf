using System.Globalization;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Graphs;

/// <summary>Spaces in shorthand: <c>o5 c3 b</c> is an ordinal hyperparameter with 5 levels, a categorical one with 3 values, a boolean one.</summary>
internal static class Grids
{
    public static SearchSpace Of(string shorthand) => new([.. shorthand.Split(' ').Select(Axis)]);

    /// <summary>Some different cells, in random order.</summary>
    public static long[] Sample(SearchSpace space, int count, int seed)
    {
        long[] cells = AllCells(space);
        new Random(seed).Shuffle(cells);
        return cells[..count];
    }

    public static long[] AllCells(SearchSpace space) => [.. Enumerable.Range(0, (int)space.CellCount).Select(cell => (long)cell)];

    private static Hyperparameter Axis(string text, int h)
    {
        string[] labels = text.Length == 1 ? [] : [.. Enumerable.Range(0, int.Parse(text[1..], CultureInfo.InvariantCulture)).Select(level => $"level {level}")];
        return text[0] switch
        {
            'o' => Hyperparameter.Ordinal($"h{h}", labels),
            'c' => Hyperparameter.Categorical($"h{h}", labels),
            _ => Hyperparameter.Boolean($"h{h}"),
        };
    }
}
