using System.Text;
using HyperLandscape.Tables;

namespace HyperLandscape.Similarity;

/// <summary>One similarity measure for every two landscapes of a set. Immutable.</summary>
public sealed class SimilarityMatrix
{
    private readonly double[,] values;

    internal SimilarityMatrix(LandscapeSet set, ISimilarityMeasure measure, double[,] values)
    {
        Set = set;
        Measure = measure;
        this.values = values;
    }

    /// <summary>The landscapes, in the order of rows and columns.</summary>
    public LandscapeSet Set { get; }

    /// <summary>The measure.</summary>
    public ISimilarityMeasure Measure { get; }

    /// <summary>Number of rows and columns.</summary>
    public int Count => Set.Count;

    /// <summary>The comparison of landscape <paramref name="row"/> with landscape <paramref name="column"/>; NaN where undefined.</summary>
    public double this[int row, int column] => values[row, column];

    /// <summary>The mean over all pairs of two different landscapes whose value is defined; NaN if there is none.</summary>
    public double MeanOfPairs()
    {
        double sum = 0;
        int count = 0;
        for (int row = 0; row < Count; row++)
        {
            for (int column = 0; column < Count; column++)
            {
                if (row == column || double.IsNaN(values[row, column]))
                    continue;
                sum += values[row, column];
                count++;
            }
        }

        return count > 0 ? sum / count : double.NaN;
    }

    /// <summary>An aligned table, one row and one column per landscape; "-" where undefined.</summary>
    public override string ToString() => Table(TextTable.Number).ToString();

    /// <summary>Writes one row and one column per landscape, in full precision, NaN where undefined.</summary>
    public void WriteCsv(TextWriter writer) => Table(TextTable.Exact).WriteCsv(writer);

    /// <summary>Writes a CSV file, see <see cref="WriteCsv(TextWriter)"/>.</summary>
    public void WriteCsv(string path)
    {
        using var writer = new StreamWriter(path, false, new UTF8Encoding(false));
        WriteCsv(writer);
    }

    private TextTable Table(Func<double, string> format)
    {
        string[] names = [.. Enumerable.Range(0, Count).Select(Set.Name)];
        var table = new TextTable([Measure.Name, .. names]);
        for (int row = 0; row < Count; row++)
            table.Add([names[row], .. Enumerable.Range(0, Count).Select(column => format(values[row, column]))]);
        return table;
    }
}
