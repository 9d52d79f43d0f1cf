using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using HyperLandscape.Numerics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Embeddings;

/// <summary>
/// Points as rows of floats, padded with zeros to whole vectors, in a form in which their distance is a sum over the
/// coordinates. Distances before the last step, such as the square root, order points alike and are cheaper.
/// </summary>
internal sealed unsafe class PointRows : IDisposable
{
    private readonly PanelPool<float> memory;
    private readonly float* values; // in it
    private readonly int width;
    private readonly int dimensions;
    private readonly PointDistance distance;

    private PointRows(int count, int dimensions, PointDistance distance)
    {
        Count = count;
        this.dimensions = dimensions;
        this.distance = distance;
        int lanes = Vector512<float>.Count;
        width = (dimensions + lanes - 1) / lanes * lanes;
        memory = new PanelPool<float>(checked(count * (width / lanes)), 1);
        Panel<float> panel = memory.Take();
        panel.Values.Clear();
        fixed (float* first = panel.Values)
            values = first;
    }

    public int Count { get; }

    /// <summary>The rows of an embedding; relative to <paramref name="center"/>, which keeps the digits of floats.</summary>
    public static PointRows Of(Embedding embedding, PointDistance distance, ReadOnlySpan<double> center)
    {
        if (distance == PointDistance.Grid)
            return OfConfigurations(embedding.Landscape ?? throw new ArgumentException("The grid distance needs an embedding of a landscape; these points belong to none. Use another distance.", nameof(embedding)));

        var rows = new PointRows(embedding.Count, embedding.Dimensions, distance);
        bool centered = distance is PointDistance.Euclidean or PointDistance.Manhattan;
        for (int point = 0; point < rows.Count; point++)
        {
            ReadOnlySpan<double> from = embedding[point];
            Span<float> to = rows.Row(point);
            double norm = distance == PointDistance.Cosine ? TensorPrimitives.Norm(from) : 1;
            double scale = norm > 0 ? 1 / norm : 0;
            for (int i = 0; i < to.Length; i++)
                to[i] = (float)(centered ? from[i] - center[i] : from[i] * scale);
        }

        return rows;
    }

    /// <summary>The distance before the last step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Raw(int a, PointRows other, int b)
    {
        ref float x = ref *(values + ((nint)a * width));
        ref float y = ref *(other.values + ((nint)b * width));
        return distance switch
        {
            PointDistance.Manhattan or PointDistance.Grid => Absolute(ref x, ref y, width),
            PointDistance.Hamming => Different(ref x, ref y, width),
            _ => Squared(ref x, ref y, width),
        };
    }

    /// <summary>The distance itself.</summary>
    public float Finish(float raw) => distance switch
    {
        PointDistance.Euclidean => MathF.Sqrt(raw),
        PointDistance.Cosine => raw / 2,
        PointDistance.Hamming => raw / dimensions,
        _ => raw,
    };

    /// <summary>Ends the use of the rows.</summary>
    public void Dispose() => memory.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Squared(ref float x, ref float y, int width)
    {
        Vector512<float> even = default;
        Vector512<float> odd = default;
        int i = 0;
        for (; i + 32 <= width; i += 32)
        {
            Vector512<float> first = Vector512.LoadUnsafe(ref x, (nuint)i) - Vector512.LoadUnsafe(ref y, (nuint)i);
            Vector512<float> second = Vector512.LoadUnsafe(ref x, (nuint)i + 16) - Vector512.LoadUnsafe(ref y, (nuint)i + 16);
            even += first * first;
            odd += second * second;
        }

        if (i < width)
        {
            Vector512<float> first = Vector512.LoadUnsafe(ref x, (nuint)i) - Vector512.LoadUnsafe(ref y, (nuint)i);
            even += first * first;
        }

        return Power.Sum(even + odd);
    }

    private static float Absolute(ref float x, ref float y, int width)
    {
        Vector512<float> sum = default;
        for (int i = 0; i < width; i += Vector512<float>.Count)
            sum += Vector512.Abs(Vector512.LoadUnsafe(ref x, (nuint)i) - Vector512.LoadUnsafe(ref y, (nuint)i));
        return Power.Sum(sum);
    }

    private static float Different(ref float x, ref float y, int width)
    {
        Vector512<float> sum = default;
        for (int i = 0; i < width; i += Vector512<float>.Count)
        {
            Vector512<float> equal = Vector512.Equals(Vector512.LoadUnsafe(ref x, (nuint)i), Vector512.LoadUnsafe(ref y, (nuint)i));
            sum += Vector512.AndNot(Vector512<float>.One, equal);
        }

        return Power.Sum(sum);
    }

    private Span<float> Row(int point) => new(values + ((nint)point * width), dimensions);

    /// <summary>Levels of ordinal hyperparameters, and half an indicator per value of the others: grid distance = sum of absolute differences.</summary>
    private static PointRows OfConfigurations(Landscape landscape)
    {
        Graphs.Axis[] axes = landscape.Graph.GridAxes;
        int dimensions = axes.Sum(axis => axis.Reach == 1 ? 1 : axis.Levels);
        var rows = new PointRows(landscape.Count, dimensions, PointDistance.Grid);
        for (int vertex = 0; vertex < landscape.Count; vertex++)
        {
            Span<float> row = rows.Row(vertex);
            int column = 0;
            foreach (Graphs.Axis axis in axes)
            {
                int level = axis.Level(landscape.Graph.Cell(vertex));
                row[axis.Reach == 1 ? column : column + level] = axis.Reach == 1 ? level : 0.5f;
                column += axis.Reach == 1 ? 1 : axis.Levels;
            }
        }

        return rows;
    }
}
