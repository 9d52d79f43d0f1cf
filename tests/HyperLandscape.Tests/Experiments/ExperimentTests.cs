using HyperLandscape.Estimation;
using HyperLandscape.Experiments;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Experiments;

public sealed class ExperimentTests
{
    [Fact]
    public async Task A_grid_becomes_landscapes_by_measure_and_fidelity()
    {
        ExperimentResult result = await Objectives.Small.RunAsync(Objectives.Number);
        Objectives.AssertAll(Objectives.Small, result);
        Assert.Equal("12 runs of 6 configurations, 0 failed", result.ToString());

        LandscapeSet set = result.ToLandscapes(tolerance: 0.25);
        Assert.Equal(["err half", "acc half", "err all", "acc all"], Enumerable.Range(0, 4).Select(set.Name).OrderBy(name => name.Contains("all", StringComparison.Ordinal)));
        Assert.Equal([50, 51, 52, 53, 54, 55], set["err", "half"].Fitness.ToArray());
        Assert.Equal([-100, -101, -102, -103, -104, -105], set["acc", "all"].Fitness.ToArray());
        Assert.Equal((Objective.Minimize, Objective.Maximize), (set["err", "half"].Objective, set["acc", "half"].Objective));
        Assert.Equal(0.25, set["err", "all"].Tolerance);
        Assert.All(set, landscape => Assert.Same(set.Graph, landscape.Graph));
        Assert.True(set.Graph.IsComplete);
    }

    /// <summary>Seeds 0, 1000, 2000 give v, v + 1, v + 2: mean v + 1, sample deviation 1, standard error 1 / sqrt(3).</summary>
    [Fact]
    public async Task Seeds_are_combined_with_their_standard_errors()
    {
        ExperimentResult result = await (Objectives.Small with { Seeds = [0, 1000, 2000] }).RunAsync(Objectives.Number);
        Landscape landscape = result.ToLandscapes()["err", "half"];
        Assert.Equal([51, 52, 53, 54, 55, 56], landscape.Fitness.ToArray());
        Assert.All(landscape.StandardErrors.ToArray(), error => Assert.Equal(1 / Math.Sqrt(3), error, 1e-15));
        Assert.Equal(52, result.ToLandscapes(seeds: Duplicates.Best)["err", "half"].Fitness[2]); // the smallest of 52, 53, 54
    }

    /// <summary>Seed 1 adds 10 to all and takes 1 from the first: residuals of 1/2 - 1/12 and 1/12 and so on, by NoiseTolerance.</summary>
    [Fact]
    public async Task Seeds_apart_tell_what_is_noise()
    {
        Experiment experiment = Objectives.Small with { Seeds = [1, 0], Measures = [new Measure("err")] };
        ExperimentResult result = await experiment.RunAsync((run, _) => Task.FromResult<IReadOnlyList<double>>([run.Seed == 0 ? run.Configuration.Cell : run.Configuration.Cell + 10 - (run.Configuration.Cell == 0 ? 1 : 0)]));
        LandscapeSet seeds = result.ToLandscapesBySeed();
        Assert.Equal(["err half 0", "err half 1", "err all 0", "err all 1"], Enumerable.Range(0, 4).Select(seeds.Name));
        Assert.Equal([9, 11, 12, 13, 14, 15], seeds["err", "half", "1"].Fitness.ToArray());
        Assert.All(seeds, landscape => Assert.Same(seeds.Graph, landscape.Graph));

        // Half of the differences 9, 10, 10, 10, 10, 10 from their mean 59/6, for both seeds: squares 2 (25 + 5) / 36 / 4; of 5 degrees of freedom.
        NoiseEstimate noise = new NoiseTolerance().Of(seeds.Where("fidelity", "half"));
        Assert.Equal(5, noise.DegreesOfFreedom);
        Assert.Equal(Math.Sqrt(2 * (30.0 / 72 / 5) / 2), noise.StandardError, 1e-14);

        ExperimentResult failed = await experiment.RunAsync((run, _) => run.Seed == 1 ? throw new FormatException("no") : Task.FromResult<IReadOnlyList<double>>([1]));
        Assert.Equal("No run at the fidelity 'half' with the seed 1 has a finite err; the first failed so: FormatException: no", Assert.Throws<InvalidOperationException>(() => failed.ToLandscapesBySeed()).Message);
    }

    [Fact]
    public async Task Failed_runs_are_kept_apart_with_their_reasons()
    {
        ExperimentResult result = await Objectives.Small.RunAsync((run, _) => (run.Configuration.Cell, run.Fidelity.Name) switch
        {
            (1, "all") => throw new FormatException("no such kind"),
            (2, "all") => Task.FromResult<IReadOnlyList<double>>([double.PositiveInfinity, 1]),
            (3, "all") => Task.FromException<IReadOnlyList<double>>(new OperationCanceledException("its own")),
            _ => Objectives.Number(run, default),
        });
        Assert.Equal(["FormatException: no such kind", "err is Infinity.", "OperationCanceledException: its own"], result.FailedRuns.Select(run => run.Error));
        LandscapeSet set = result.ToLandscapes();
        Assert.Equal([1, 2, 3], set["err", "all"].FailedCells.ToArray());
        Assert.Equal([1, 3], set["acc", "all"].FailedCells.ToArray());
        Assert.Empty(set["err", "half"].FailedCells.ToArray());
        Assert.Equal([100, 104, 105], set["err", "all"].Fitness.ToArray());
    }

    [Fact]
    public async Task A_measure_that_never_succeeds_is_no_landscape()
    {
        ExperimentResult result = await Objectives.Small.RunAsync((_, _) => throw new FormatException("no data"));
        Assert.Equal("No run at the fidelity 'half' has a finite err; the first failed so: FormatException: no data", Assert.Throws<InvalidOperationException>(() => result.ToLandscapes()).Message);
    }

    [Fact]
    public async Task A_run_is_tried_as_often_as_told()
    {
        var tries = new int[6];
        Experiment experiment = Objectives.Small with { Fidelities = [new Fidelity("all", 1)], Attempts = 3 };
        ExperimentResult result = await experiment.RunAsync((run, token) =>
            Interlocked.Increment(ref tries[run.Configuration.Cell]) <= run.Configuration.Cell ? throw new FormatException("not yet") : Objectives.Number(run, token));
        Assert.Equal([1, 2, 3, 3, 3, 3], tries);
        Assert.Equal([1, 2, 3, 3, 3, 3], result.Runs.Select(run => run.Attempts));
        Assert.Equal([false, false, false, true, true, true], result.Runs.Select(run => run.IsFailed));
    }

    [Fact]
    public async Task A_run_that_takes_too_long_fails_whether_or_not_it_obeys()
    {
        using var end = new ManualResetEventSlim();
        Experiment experiment = Objectives.Small with { Fidelities = [new Fidelity("all", 1)], Timeout = TimeSpan.FromMilliseconds(300) };
        ExperimentResult result = await experiment.RunAsync(async (run, token) =>
        {
            if (run.Configuration.Cell == 1)
                await Task.Delay(Timeout.Infinite, token);
            if (run.Configuration.Cell == 2)
                end.Wait(CancellationToken.None);
            return await Objectives.Number(run, token);
        });
        end.Set();
        Assert.Equal([1, 2], result.FailedRuns.Select(run => run.Run.Configuration.Cell));
        Assert.All(result.FailedRuns, run => Assert.Equal("The run took longer than 00:00:00.3000000.", run.Error));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task As_many_runs_at_once_as_told(int degree)
    {
        int now = 0;
        int most = 0;
        using var together = new Barrier(degree); // waits until so many runs are in flight
        await (Objectives.Small with { MaxDegreeOfParallelism = degree }).RunAsync((run, token) => Task.Run(
            async () =>
            {
                int count = Interlocked.Increment(ref now);
                lock (together)
                    most = Math.Max(most, count);
                together.SignalAndWait(token);
                Interlocked.Decrement(ref now);
                return await Objectives.Number(run, token);
            },
            token));
        Assert.Equal(degree, most);
    }

    /// <summary>One run at a time, 2 seconds each, the third failing: 12 runs take 24 seconds.</summary>
    [Fact]
    public async Task Progress_tells_rate_and_time_left()
    {
        var time = new ManualTime();
        var reports = new Reports();
        await (Objectives.Small with { Time = time, MaxDegreeOfParallelism = 1 }).RunAsync(
            (run, token) =>
            {
                time.Pass(TimeSpan.FromSeconds(2));
                return run is { Configuration.Cell: 1, Fidelity.Name: "half" } ? throw new FormatException("no") : Objectives.Number(run, token);
            },
            progress: reports);
        Assert.Equal(Enumerable.Range(0, 13).Select(count => (long)count), reports.All.Select(report => report.Finished));
        Assert.Equal([0, 0, 0, 1, 1], reports.All.Take(5).Select(report => report.Failed));
        Assert.Equal("0 of 12 runs", reports.All[0].ToString());
        Assert.Null(reports.All[0].TimeLeft);
        Assert.Equal("4 of 12 runs (1 failed), 0.5 per second, 0:00:16 left", reports.All[4].ToString());
        Assert.Equal(TimeSpan.Zero, reports.All[^1].TimeLeft);
        Assert.Equal("2,469 of 9,999 runs, 1,234 per second, 0:00:06 left", new ExperimentProgress(9999, 2469, 0, 1, TimeSpan.FromSeconds(2)).ToString());
    }

    [Fact]
    public async Task Canceling_ends_it_though_a_run_does_not_obey()
    {
        using var cancellation = new CancellationTokenSource();
        using var end = new ManualResetEventSlim();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Objectives.Small.RunAsync(
            (run, token) =>
            {
                if (run.Configuration.Cell == 2)
                {
                    cancellation.Cancel();
                    end.Wait(CancellationToken.None);
                }

                return Objectives.Number(run, token);
            },
            cancellationToken: cancellation.Token));
        end.Set();
    }

    [Fact]
    public async Task An_objective_that_does_not_fit_the_measures_ends_it()
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => Objectives.Small.RunAsync((_, _) => Task.FromResult<IReadOnlyList<double>>([1])));
        Assert.Matches("The objective yielded 1 values for x=.* \\(.*, seed 0\\); the experiment has the 2 measures err, acc\\.", error.Message);
    }

    public static TheoryData<string, Experiment> Senseless => new()
    {
        { "no measure", Objectives.Small with { Measures = [] } },
        { "The measure 'a' occurs twice", Objectives.Small with { Measures = [new Measure("a"), new Measure("a", Objective.Maximize)] } },
        { "A fidelity of the experiment has no name", Objectives.Small with { Fidelities = [new Fidelity("", 1)] } },
        { "The amount of the fidelity 'x' is NaN", Objectives.Small with { Fidelities = [new Fidelity("x", double.NaN)] } },
        { "The seed '3' occurs twice", Objectives.Small with { Seeds = [3, 3] } },
        { "0 concurrent runs and 1 attempts", Objectives.Small with { MaxDegreeOfParallelism = 0 } },
        { "A timeout of 00:00:00", Objectives.Small with { Timeout = TimeSpan.Zero } },
        { "A subset of 7 configurations", Objectives.Small with { Plan = new RandomSubset { Count = 7 } } },
        { "The plan names the configuration x=0, kind=b twice", Objectives.Small with { Plan = new Cells(1, 1) } },
        { "cells 0 to 5", Objectives.Small with { Plan = new Cells(6) } },
    };

    [Theory]
    [MemberData(nameof(Senseless), DisableDiscoveryEnumeration = true)]
    public async Task An_experiment_that_makes_no_sense_is_refused(string expected, Experiment experiment)
    {
        ArgumentException error = await Assert.ThrowsAnyAsync<ArgumentException>(() => experiment.RunAsync(Objectives.Number));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    private sealed class Reports : IProgress<ExperimentProgress>
    {
        public List<ExperimentProgress> All { get; } = [];

        public void Report(ExperimentProgress value) => All.Add(value);
    }

    private sealed class Cells(params long[] cells) : IPlan
    {
        IEnumerable<long> IPlan.Cells(SearchSpace space) => cells;
    }
}
