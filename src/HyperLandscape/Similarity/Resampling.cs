using HyperLandscape.Numerics;

namespace HyperLandscape.Similarity;

/// <summary>How often to resample, and which central share of the values to report.</summary>
internal sealed record Resampling
{
    private readonly int count;
    private readonly double confidence;

    public Resampling(int count, double confidence)
    {
        this.count = count;
        this.confidence = confidence;
    }

    public int Count
    {
        get => count;
        init => count = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one resample must be taken.");
    }

    public double Confidence
    {
        get => confidence;
        init => confidence = value > 0 && value < 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Confidence is a share larger than 0 and smaller than 1.");
    }

    /// <summary>One value per resample, each from its own stream.</summary>
    public double[] Run(int seed, ParallelOptions? options, IProgress<double>? progress, Func<RandomStream, double> resample)
    {
        var values = new double[count];
        Workers.For(count, options, progress, item => values[item] = resample(new RandomStream(seed, item)));
        return values;
    }
}
