using HyperLandscape.Estimation;
using HyperLandscape.Metrics;
using HyperLandscape.Numerics;

namespace HyperLandscape.Benchmarks;

/// <summary>
/// What one would try in place of the intervals of <see cref="GridEstimation"/>: the same three estimates with random weights
/// on the sampled configurations and pairs, many times, and the interval from quantiles of the outcomes.
/// </summary>
internal sealed class Bootstrap
{
    /// <summary>The ways to draw weights, in the order of <see cref="Intervals"/>.</summary>
    public static readonly string[] Methods = ["bootstrap of configurations", "bootstrap of pairs", "half samples", "multipliers"];

    private const int Resamples = 399; // 5 and 95 % are the 20th from either end

    private readonly SampledPairs pairs;
    private readonly double[] loss;
    private readonly double[] halfSquare;
    private readonly double[] share;
    private readonly bool[] improving;
    private readonly bool[] neutral;
    private readonly double[] configurationWeights;
    private readonly double[] pairWeights;

    public Bootstrap(Landscape sample)
    {
        pairs = new SampledPairs(sample);
        double mean = sample.Loss.ToArray().Average();
        loss = [.. sample.Loss.ToArray().Select(value => value - mean)];
        halfSquare = new double[pairs.Count];
        share = new double[pairs.Count];
        improving = new bool[pairs.Count];
        neutral = new bool[pairs.Count];
        configurationWeights = new double[loss.Length];
        pairWeights = new double[pairs.Count];
        double limit = new MeanNeutrality().Tolerance.Resolve(sample);
        for (int pair = 0; pair < pairs.Count; pair++)
        {
            (int a, int b) = (pairs.First[pair], pairs.Second[pair]);
            double difference = Math.Abs(sample.Loss[a] - sample.Loss[b]);
            halfSquare[pair] = difference * difference / 2;
            share[pair] = (1.0 / pairs.Degrees[a]) + (1.0 / pairs.Degrees[b]);
            improving[pair] = difference > sample.Tolerance;
            neutral[pair] = difference <= limit;
        }
    }

    /// <summary>Per method, the intervals of assortativity, autocorrelation and mean neutrality.</summary>
    public MetricEstimate[][] Intervals(int seed)
    {
        double[] whole = Estimates(Fill(configurationWeights, 1), Fill(pairWeights, 1));
        return [.. Methods.Select((name, method) =>
        {
            var random = new RandomStream(seed, method);
            var outcomes = new double[3][];
            for (int metric = 0; metric < 3; metric++)
                outcomes[metric] = new double[Resamples];
            for (int resample = 0; resample < Resamples; resample++)
            {
                Draw(method, ref random);
                double[] estimates = Estimates(configurationWeights, pairWeights);
                for (int metric = 0; metric < 3; metric++)
                    outcomes[metric][resample] = estimates[metric];
            }

            // A half lacks as many configurations as it has; the sample lacks fewer, having a share of the grid.
            double scale = name == "half samples" ? Math.Sqrt(1 - pairs.Share) : 1;
            return outcomes.Select((values, metric) =>
            {
                Array.Sort(values); // NaN first, of a resample without an improving pair
                double End(int rank) => whole[metric] + (scale * (values[rank] - whole[metric]));
                return new MetricEstimate(name, whole[metric], End(((Resamples + 1) / 20) - 1), End(Resamples - ((Resamples + 1) / 20)), "");
            }).ToArray();
        })];
    }

    private static double[] Fill(double[] weights, double value)
    {
        Array.Fill(weights, value);
        return weights;
    }

    private void Draw(int method, ref RandomStream random)
    {
        int count = loss.Length;
        Array.Fill(configurationWeights, method == 1 ? 1 : 0);
        switch (method)
        {
            case 0: // as many configurations, with replacement; copies are apart, so a pair is there a times b times
                for (int draw = 0; draw < count; draw++)
                    configurationWeights[random.Next(count)]++;
                break;
            case 1: // as many pairs, with replacement, as if they shared no ends
                Array.Clear(pairWeights);
                for (int draw = 0; draw < pairWeights.Length; draw++)
                    pairWeights[random.Next(pairWeights.Length)]++;
                return;
            case 2: // half of the configurations, without replacement
                for (int vertex = 0, left = count / 2; vertex < count; vertex++)
                {
                    bool taken = random.Next(count - vertex) < left;
                    configurationWeights[vertex] = taken ? 1 : 0;
                    left -= taken ? 1 : 0;
                }

                break;
            default: // 1 + a multiplier of mean 0 and the variance of the design; a pair has those of both ends
                for (int vertex = 0; vertex < count; vertex++)
                    configurationWeights[vertex] = 1 + (Math.Sqrt(1 - pairs.Share) * (-Math.Log(1 - random.NextUnit()) - 1));
                break;
        }

        for (int pair = 0; pair < pairWeights.Length; pair++)
        {
            (double a, double b) = (configurationWeights[pairs.First[pair]], configurationWeights[pairs.Second[pair]]);
            pairWeights[pair] = method == 3 ? a + b - 1 : a * b;
        }
    }

    /// <summary>The estimates of <see cref="GridEstimation"/>, with weights.</summary>
    private double[] Estimates(double[] ofConfigurations, double[] ofPairs) => [Assortativity(ofPairs), 1 - (Gap(ofPairs) / Variance(ofConfigurations)), Neutrality(ofPairs)];

    private double Assortativity(double[] weights)
    {
        double sum = 0;
        double worse = 0;
        double better = 0;
        double worseSquares = 0;
        double betterSquares = 0;
        double products = 0;
        for (int pair = 0; pair < weights.Length; pair++)
        {
            double weight = improving[pair] ? weights[pair] : 0;
            double high = Math.Max(loss[pairs.First[pair]], loss[pairs.Second[pair]]);
            double low = Math.Min(loss[pairs.First[pair]], loss[pairs.Second[pair]]);
            sum += weight;
            worse += weight * high;
            better += weight * low;
            worseSquares += weight * high * high;
            betterSquares += weight * low * low;
            products += weight * high * low;
        }

        return ((sum * products) - (worse * better)) / Math.Sqrt(((sum * worseSquares) - (worse * worse)) * ((sum * betterSquares) - (better * better)));
    }

    private double Gap(double[] weights)
    {
        double sum = 0;
        double gap = 0;
        for (int pair = 0; pair < weights.Length; pair++)
        {
            sum += weights[pair];
            gap += weights[pair] * halfSquare[pair];
        }

        return gap / sum;
    }

    private double Variance(double[] weights)
    {
        double sum = 0;
        double squaredWeights = 0;
        double mean = 0;
        double squares = 0;
        for (int vertex = 0; vertex < weights.Length; vertex++)
        {
            double degree = pairs.Degrees[vertex];
            double weight = weights[vertex] * degree;
            sum += weight;
            squaredWeights += weight * degree;
            mean += weight * loss[vertex];
            squares += weight * loss[vertex] * loss[vertex];
        }

        double own = squaredWeights / (sum * sum);
        return ((squares / sum) - (mean / sum * (mean / sum))) / (1 - own) * (1 - (pairs.Share * own));
    }

    private double Neutrality(double[] weights)
    {
        double sum = 0;
        double flat = 0;
        for (int pair = 0; pair < weights.Length; pair++)
        {
            sum += weights[pair] * share[pair];
            flat += neutral[pair] ? weights[pair] * share[pair] : 0;
        }

        return flat / sum;
    }
}
