using System.Globalization;
using System.Numerics.Tensors;
using System.Text;
using HyperLandscape.Numerics;
using HyperLandscape.Tables;
using MathNet.Numerics.LinearAlgebra;

namespace HyperLandscape.Embeddings;

/// <summary>
/// Coordinates of points, row-major: a row per point, and if the points are the vertices of a landscape, in its order.
/// Immutable.
/// </summary>
public sealed class Embedding
{
    private readonly double[] coordinates;

    /// <summary>Takes finite coordinates over without a copy.</summary>
    private Embedding(double[] coordinates, int dimensions, Landscape? landscape)
    {
        this.coordinates = coordinates;
        Dimensions = dimensions;
        Landscape = landscape;
    }

    /// <summary>Coordinates of the vertices of a landscape.</summary>
    /// <param name="landscape">The landscape whose vertices the rows are.</param>
    /// <param name="dimensions">Coordinates per row, at least 1.</param>
    /// <param name="coordinates">One finite value per row and dimension, row-major; copied.</param>
    /// <exception cref="ArgumentException">The number of values is not <c>landscape.Count * dimensions</c>, or a value is not finite.</exception>
    public Embedding(Landscape landscape, int dimensions, ReadOnlySpan<double> coordinates)
        : this(dimensions, coordinates)
    {
        if (Count != landscape.Count)
            throw new ArgumentException($"{Count} rows of coordinates were given for the {landscape.Count} vertices of the landscape; give one each, in its order.", nameof(coordinates));
        Landscape = landscape;
    }

    /// <summary>Coordinates of points that belong to no landscape.</summary>
    /// <param name="dimensions">Coordinates per row, at least 1.</param>
    /// <param name="coordinates">One finite value per row and dimension, row-major; copied.</param>
    /// <exception cref="ArgumentException">There is no value, they do not fill whole rows, or one is not finite.</exception>
    public Embedding(int dimensions, ReadOnlySpan<double> coordinates)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        if (coordinates.IsEmpty)
            throw new ArgumentException("An embedding needs at least one row of coordinates.", nameof(coordinates));
        if (coordinates.Length % dimensions != 0)
            throw new ArgumentException($"{coordinates.Length} values do not fill rows of {dimensions} coordinates; give a multiple of {dimensions}.", nameof(coordinates));
        if (!TensorPrimitives.IsFiniteAll(coordinates))
            throw new ArgumentException(DescribeNotFinite(dimensions, coordinates), nameof(coordinates));

        Dimensions = dimensions;
        this.coordinates = coordinates.ToArray();
    }

    /// <summary>Coordinates that nobody else holds and that are known to be finite, without a copy.</summary>
    internal static Embedding Owning(Landscape? landscape, int dimensions, double[] coordinates) => new(coordinates, dimensions, landscape);

    /// <summary>The landscape whose vertices the rows are, or null.</summary>
    public Landscape? Landscape { get; }

    /// <summary>Number of rows.</summary>
    public int Count => coordinates.Length / Dimensions;

    /// <summary>Coordinates per row.</summary>
    public int Dimensions { get; }

    /// <summary>All coordinates, row-major.</summary>
    public ReadOnlySpan<double> Coordinates => coordinates;

    /// <summary>The coordinates of one row.</summary>
    public ReadOnlySpan<double> this[int row]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Count, nameof(row));
            return coordinates.AsSpan(row * Dimensions, Dimensions);
        }
    }

    /// <summary>A copy as a MathNet matrix, one row per row.</summary>
    public Matrix<double> ToMatrix() => Matrix<double>.Build.DenseOfRowMajor(Count, Dimensions, coordinates);

    /// <summary>Writes the coordinates as a CSV file, see <see cref="WriteCsv(TextWriter)"/>.</summary>
    /// <param name="path">The file; replaced if it exists.</param>
    public void WriteCsv(string path)
    {
        using var writer = new StreamWriter(path, false, new UTF8Encoding(false));
        WriteCsv(writer);
    }

    /// <summary>
    /// Writes the coordinates as CSV (RFC 4180, invariant culture), a line per row: for the vertices of a landscape a
    /// column per hyperparameter and one named fitness, then x1, x2, and so on. Values round-trip.
    /// </summary>
    public void WriteCsv(TextWriter writer)
    {
        string[] inputs = Landscape is null ? [] : [.. Landscape.Space.Hyperparameters.ToArray().Select(h => h.Name), "fitness"];
        var table = new TextTable([.. inputs, .. Enumerable.Range(1, Dimensions).Select(x => $"x{x}")]);
        for (int row = 0; row < Count; row++)
        {
            var cells = new string[inputs.Length + Dimensions];
            if (Landscape is not null)
            {
                Landscape[row].Labels().CopyTo(cells, 0);
                cells[inputs.Length - 1] = TextTable.Exact(Landscape.Fitness[row]);
            }

            for (int x = 0; x < Dimensions; x++)
                cells[inputs.Length + x] = TextTable.Exact(this[row][x]);
            table.Add(cells);
        }

        table.WriteCsv(writer);
    }

    /// <summary>For example <c>2,520 rows of 2 coordinates</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Counted.Of(Count, "row")} of {Counted.Of(Dimensions, "coordinate")}");

    private static string DescribeNotFinite(int dimensions, ReadOnlySpan<double> coordinates)
    {
        int i = 0;
        while (double.IsFinite(coordinates[i]))
            i++;
        return string.Create(CultureInfo.InvariantCulture, $"Coordinate {i % dimensions} of row {i / dimensions} is {coordinates[i]}; leave out or replace rows without finite coordinates.");
    }
}
