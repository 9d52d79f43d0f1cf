using HyperLandscape.Numerics;

namespace HyperLandscape.Tests.Numerics;

public sealed class WorkProgressTests
{
    /// <summary>Half of the second half is three quarters; half of a quarter within it, 0.5 + 0.5 * (0.5 + 0.25 * 0.5) = 0.8125.</summary>
    [Fact]
    public void Parts_are_shares_of_the_whole()
    {
        var reports = new Reports();
        WorkProgress.With(reports, () => WorkProgress.Part(0.5, 1, () =>
        {
            WorkProgress.Report(0.5);
            WorkProgress.Part(0.5, 0.75, () =>
            {
                WorkProgress.Report(0.5);
                return 0;
            });
            WorkProgress.Report(1);
            return 0;
        }));
        Assert.Equal([0.75, 0.8125, 1], reports.Values);
    }

    [Fact]
    public void Nobody_is_told_without_a_receiver_or_after_the_work()
    {
        var reports = new Reports();
        Assert.Throws<InvalidDataException>(() => WorkProgress.With<int>(reports, () => throw new InvalidDataException()));
        WorkProgress.Report(0.5);
        WorkProgress.With(reports, () => WorkProgress.With(null, () =>
        {
            WorkProgress.Report(0.3);
            return WorkProgress.Part(0, 1, () => 0);
        }));
        Assert.Empty(reports.Values);
    }

    private sealed class Reports : IProgress<double>
    {
        public List<double> Values { get; } = [];

        public void Report(double value) => Values.Add(value);
    }
}
