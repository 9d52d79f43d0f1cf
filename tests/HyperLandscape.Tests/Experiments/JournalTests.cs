using System.Text;
using HyperLandscape.Experiments;
using HyperLandscape.Spaces;
using HyperLandscape.Tests.Storage;

namespace HyperLandscape.Tests.Experiments;

public sealed class JournalTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Path => folder["journal.jsonl"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_lines_are_readable()
    {
        await (Objectives.Small with { MaxDegreeOfParallelism = 1, Plan = new RandomSubset { Count = 1, Seed = 5 }, Time = new ManualTime() }).RunAsync(
            (run, token) => run.Fidelity.Amount == 1 ? throw new FormatException("say \"no\"") : Objectives.Number(run, token), Path);
        string[] lines = await File.ReadAllLinesAsync(Path);
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("""{"journal":"HyperLandscape 1","name":"small","space":[{"name":"x","kind":"Ordinal","levels":[0,0.5,1]},{"name":"kind","kind":"Categorical","levels":["a","b"]}],"fidelities":[{"name":"half","amount":0.5},{"name":"all","amount":1}],"measures":[{"name":"err","maximize":false},{"name":"acc","maximize":true}],"check":""", lines[0], StringComparison.Ordinal);
        Assert.Matches("""^{"cell":(\d),"fidelity":"half","seed":0,"values":\[5\1,-5\1\],"ticks":0,"attempts":1,"check":"[0-9a-f]{16}"}$""", lines[1]);
        Assert.Matches("""^{"cell":\d,"fidelity":"all","seed":0,"values":\[null,null\],"error":"FormatException: say \\u0022no\\u0022","ticks":0,"attempts":1,"check":"[0-9a-f]{16}"}$""", lines[2]);
    }

    [Fact]
    public async Task What_is_in_the_journal_is_not_done_again()
    {
        Experiment half = Objectives.Small with { Plan = new SobolSubset { Count = 3 }, Seeds = [1] };
        await half.RunAsync(Objectives.Number, Path);
        int calls = 0;
        Experiment whole = half with { Plan = new SobolSubset { Count = 6 }, Seeds = [1, 2] };
        ExperimentResult result = await whole.RunAsync(Count, Path);
        Assert.Equal(24 - 6, calls);
        Objectives.AssertAll(whole, result);

        calls = 0;
        Objectives.AssertAll(whole, await half.RunAsync(Count, Path)); // the result is all that the journal has
        Assert.Equal(0, calls);
        Objectives.AssertAll(whole, ExperimentResult.Read(Path));
        Assert.Equal(result.ToLandscapes()["acc", "all"].Fitness, ExperimentResult.Read(Path).ToLandscapes()["acc", "all"].Fitness);

        Task<IReadOnlyList<double>> Count(Run run, CancellationToken token)
        {
            Interlocked.Increment(ref calls);
            return Objectives.Number(run, token);
        }
    }

    [Fact]
    public async Task Every_kind_of_level_and_value_comes_back()
    {
        double[] values = [0.1, -0.0, 1e-300, double.MaxValue, 1.0 / 3, double.Epsilon, 12345678901234567];
        var space = new SearchSpace(Hyperparameter.Ordinal("numbers", values.Distinct().Order().ToArray()), Hyperparameter.Ordinal("labels", "low", "ö\"\n", ""), Hyperparameter.Boolean("b"), Hyperparameter.Categorical("c", "0", "1"));
        var experiment = new Experiment(space) { Name = "ñ", Measures = [new Measure("m")], Plan = new RandomSubset { Count = 7 } };
        int next = -1;
        ExperimentResult result = await experiment.RunAsync((_, _) => Task.FromResult<IReadOnlyList<double>>([values[Interlocked.Increment(ref next)]]), Path);
        ExperimentResult read = ExperimentResult.Read(Path);
        Assert.Equal(space, read.Experiment.Space);
        Assert.Equal("ñ", read.Experiment.Name);
        Assert.Equal(result.Runs.Select(run => (run.Run, BitConverter.DoubleToInt64Bits(run.Values[0]), run.Duration)), read.Runs.Select(run => (run.Run, BitConverter.DoubleToInt64Bits(run.Values[0]), run.Duration)));
    }

    /// <summary>Kernel decides gamma and degree: what is inactive and which combinations exist come back, and the runs of the rest are the only ones left.</summary>
    [Fact]
    public async Task A_conditional_space_is_resumed()
    {
        Experiment experiment = Objectives.Conditional;
        SearchSpace space = experiment.Space;
        await (experiment with { Plan = new SobolSubset { Count = 5 } }).RunAsync(Objectives.Number, Path);
        Assert.Contains("""{"name":"gamma","kind":"Ordinal","levels":[0.1,1],"inactive":"inactive"},{"name":"degree","kind":"Ordinal","levels":["two","three"],"inactive":"none"}""", (await File.ReadAllLinesAsync(Path))[0], StringComparison.Ordinal);
        int calls = 0;
        ExperimentResult result = await experiment.RunAsync(Count, Path);
        Assert.Equal(2 * (14 - 5), calls);
        Objectives.AssertAll(experiment, result);
        Assert.Equal(space, ExperimentResult.Read(Path).Experiment.Space);
        Assert.Equal(result.ToLandscapes()["err", "all"].Fitness, ExperimentResult.Read(Path).ToLandscapes()["err", "all"].Fitness);
        Experiment other = experiment with { Space = space.Restrict([.. Enumerable.Range(0, 13).Select(cell => (long)cell)]) };
        Assert.Contains("is of another experiment: its search space is ", (await Assert.ThrowsAsync<InvalidDataException>(() => other.RunAsync(Objectives.Number, Path))).Message, StringComparison.Ordinal);

        Task<IReadOnlyList<double>> Count(Run run, CancellationToken token)
        {
            Interlocked.Increment(ref calls);
            return Objectives.Number(run, token);
        }
    }

    [Fact]
    public async Task Reasons_may_be_any_text()
    {
        string[] reasons = ["\ud800 alone", "two\nlines", new string('x', 5000), "\0"];
        await (Objectives.Small with { Plan = new RandomSubset { Count = 4 }, Fidelities = [new Fidelity("all", 1)], Seeds = [0] }).RunAsync((run, _) => throw new FormatException(reasons[run.Configuration.Cell % 4]), Path);
        ExperimentResult read = ExperimentResult.Read(Path);
        Assert.Equal(4, read.FailedRuns.Count());
        Assert.All(read.Runs, run => Assert.InRange(run.Error!.Length, 10, 1010));
    }

    [Fact]
    public async Task Failed_runs_are_repeated_when_told()
    {
        Experiment experiment = Objectives.Small with { Seeds = [7] };
        await experiment.RunAsync((run, token) => run.Configuration.Cell < 2 ? throw new FormatException("full") : Objectives.Number(run, token), Path);
        Assert.Equal(4, (await experiment.RunAsync(Objectives.Number, Path)).FailedRuns.Count());
        Objectives.AssertAll(experiment, await (experiment with { RepeatFailed = true }).RunAsync(Objectives.Number, Path));
        Objectives.AssertAll(experiment, ExperimentResult.Read(Path));
    }

    [Fact]
    public async Task A_canceled_experiment_keeps_what_is_finished()
    {
        using var cancellation = new CancellationTokenSource();
        Experiment one = Objectives.Small with { MaxDegreeOfParallelism = 1 };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one.RunAsync(
            (run, token) =>
            {
                if (run.Configuration.Cell == 2)
                    cancellation.Cancel();
                return Objectives.Number(run, token);
            },
            Path,
            cancellation.Token));
        Assert.InRange(ExperimentResult.Read(Path).Runs.Count, 4, 5); // the run that canceled may have been quick enough
        Objectives.AssertAll(one, await one.RunAsync(Objectives.Number, Path));
    }

    /// <summary>Whatever a process that is killed leaves of its last line, nothing before it is lost and nothing is there twice.</summary>
    [Fact]
    public async Task A_journal_cut_off_anywhere_goes_on()
    {
        Experiment experiment = Objectives.Small with { Plan = new RandomSubset { Count = 2 } };
        await experiment.RunAsync(Objectives.Number, Path);
        byte[] whole = await File.ReadAllBytesAsync(Path);
        for (int length = 0; length <= whole.Length; length++)
        {
            await File.WriteAllBytesAsync(Path, whole[..length]);
            int calls = 0;
            ExperimentResult result = await experiment.RunAsync(
                (run, token) =>
                {
                    Interlocked.Increment(ref calls);
                    return Objectives.Number(run, token);
                },
                Path);
            Objectives.AssertAll(experiment, result);
            Assert.Equal(4 - Math.Max(0, whole.AsSpan(0, length).Count((byte)'\n') - 1), calls);
            Objectives.AssertAll(experiment, ExperimentResult.Read(Path));
        }
    }

    [Fact]
    public async Task A_torn_line_is_cut_off_though_nothing_follows()
    {
        await Objectives.Small.RunAsync(Objectives.Number, Path);
        byte[] whole = await File.ReadAllBytesAsync(Path);
        await File.AppendAllTextAsync(Path, "{\"cell\":0," + new string('\0', 5000));
        Objectives.AssertAll(Objectives.Small, await Objectives.Small.RunAsync(Objectives.Number, Path));
        Assert.Equal(whole, await File.ReadAllBytesAsync(Path));
    }

    [Fact]
    public async Task A_changed_byte_anywhere_is_found()
    {
        Experiment experiment = Objectives.Small with { Plan = new RandomSubset { Count = 2 } };
        await experiment.RunAsync(Objectives.Number, Path);
        byte[] whole = await File.ReadAllBytesAsync(Path);
        int[] starts = [0, .. Enumerable.Range(0, whole.Length).Where(i => whole[i] == '\n').Select(i => i + 1)];
        for (int at = 0; at < whole.Length; at++)
        {
            byte[] changed = [.. whole];
            changed[at] ^= 0x04;
            await File.WriteAllBytesAsync(Path, changed);
            int line = starts.Count(start => start <= at);
            if (at == whole.Length - 1)
            {
                Assert.Equal(3, ExperimentResult.Read(Path).Runs.Count); // without its end the last line counts as torn
                continue;
            }

            string message = Assert.Throws<InvalidDataException>(() => ExperimentResult.Read(Path)).Message;
            Assert.Contains(line == 1 ? "is no journal of an experiment, or its first line is damaged" : $"is damaged in line {line}; delete the line", message, StringComparison.Ordinal);
            Assert.Equal(changed, await File.ReadAllBytesAsync(Path));
        }
    }

    [Fact]
    public async Task A_run_that_is_there_twice_is_reported()
    {
        await Objectives.Small.RunAsync(Objectives.Number, Path);
        string[] lines = await File.ReadAllLinesAsync(Path);
        await File.AppendAllTextAsync(Path, lines[3] + "\n" + lines[4] + "\n");
        Assert.Matches(@"has the run x=.* twice, in line 4 and line 14; delete one", Assert.Throws<InvalidDataException>(() => ExperimentResult.Read(Path)).Message);
        await File.WriteAllTextAsync(Path, string.Join('\n', [.. lines, lines[0], lines[1]]) + "\n");
        Assert.Contains("is damaged in line 14", Assert.Throws<InvalidDataException>(() => ExperimentResult.Read(Path)).Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, Experiment> Others => new()
    {
        { "its name is 'small', not 'other'", Objectives.Small with { Name = "other" } },
        { "its search space is x (ordinal): 0, 0.5, 1; kind (categorical): a, b, not x (ordinal): 0, 0.5, 1; kind (categorical): a, c", Objectives.Small with { Space = new SearchSpace(Hyperparameter.Ordinal("x", 0, 0.5, 1), Hyperparameter.Categorical("kind", "a", "c")) } },
        { "its fidelities are half (0.5), all (1), not half (0.5)", Objectives.Small with { Fidelities = [new Fidelity("half", 0.5)] } },
        { "its fidelities are half (0.5), all (1), not half (0.4), all (1)", Objectives.Small with { Fidelities = [new Fidelity("half", 0.4), new Fidelity("all", 1)] } },
        { "its measures are err (Minimize), acc (Maximize), not err (Minimize), acc (Minimize)", Objectives.Small with { Measures = [new Measure("err"), new Measure("acc")] } },
    };

    [Theory]
    [MemberData(nameof(Others), DisableDiscoveryEnumeration = true)]
    public async Task The_journal_of_another_experiment_is_refused(string expected, Experiment other)
    {
        await Objectives.Small.RunAsync(Objectives.Number, Path);
        byte[] before = await File.ReadAllBytesAsync(Path);
        InvalidDataException error = await Assert.ThrowsAsync<InvalidDataException>(() => other.RunAsync(Objectives.Number, Path));
        Assert.Equal($"The journal {Path} is of another experiment: {expected}. Give another file.", error.Message);
        Assert.Equal(before, await File.ReadAllBytesAsync(Path));
    }

    [Theory]
    [InlineData("x,f\n1,2\n")]
    [InlineData("no line end")]
    [InlineData("{}\n")]
    [InlineData("{\"journal\":\"HyperLandscape 2\"}\n")]
    public async Task A_file_that_is_no_journal_is_refused_and_left_alone(string text)
    {
        await File.WriteAllTextAsync(Path, text);
        InvalidDataException error = await Assert.ThrowsAsync<InvalidDataException>(() => Objectives.Small.RunAsync(Objectives.Number, Path));
        Assert.Equal($"{Path} is no journal of an experiment, or its first line is damaged; give another file.", error.Message);
        Assert.Equal(text, await File.ReadAllTextAsync(Path));
    }

    [Fact]
    public async Task A_journal_in_use_is_refused()
    {
        await Objectives.Small.RunAsync(
            async (run, token) =>
            {
                if (run is { Configuration.Cell: 0, Fidelity.Amount: 1 })
                {
                    IOException error = await Assert.ThrowsAsync<IOException>(() => Objectives.Small.RunAsync(Objectives.Number, Path, token));
                    Assert.Contains("If another process uses it, wait for that or give another file", error.Message, StringComparison.Ordinal);
                    Assert.Throws<IOException>(() => ExperimentResult.Read(Path));
                }

                return await Objectives.Number(run, token);
            },
            Path);
        Assert.Equal(12, ExperimentResult.Read(Path).Runs.Count);
        Assert.Empty(ExperimentResult.Read(Path).FailedRuns);
    }

    [Fact]
    public async Task A_path_that_cannot_be_written_is_refused_before_any_run()
    {
        string[] paths = [folder["none/journal.jsonl"], Directory.CreateDirectory(folder["folder"]).FullName, .. OperatingSystem.IsLinux() ? new[] { "/sys/journal.jsonl" } : []]; // closed to the superuser too
        foreach (string path in paths)
        {
            IOException error = await Assert.ThrowsAsync<IOException>(() => Objectives.Small.RunAsync((_, _) => throw new InvalidOperationException("not reached"), path));
            Assert.StartsWith($"The journal {path} cannot be opened for writing: ", error.Message, StringComparison.Ordinal);
            Assert.Contains("the folder must exist and be writable", error.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>A run that is in flight when the disk fills up may end when there is room again; behind half a line it would be lost.</summary>
    [Fact]
    public async Task Behind_half_a_line_nothing_is_written()
    {
        ExperimentResult result = await (Objectives.Small with { Plan = new RandomSubset { Count = 1 } }).RunAsync(Objectives.Number, Path);
        long length = new FileInfo(Path).Length;
        using (var journal = new Journal(new FullOnce(Path), Path, result.Runs))
        {
            IOException first = Assert.Throws<IOException>(() => journal.Append(result.Runs[0]));
            Assert.Equal($"The journal {Path} cannot be written: no room. All runs finished before are kept; make room and start again.", first.Message);
            Assert.Same(first, Assert.Throws<IOException>(() => journal.Append(result.Runs[1])));
        }

        Assert.Equal(length + 10, new FileInfo(Path).Length);
        Assert.Equal(2, ExperimentResult.Read(Path).Runs.Count);
        Objectives.AssertAll(Objectives.Small, await Objectives.Small.RunAsync(Objectives.Number, Path));
    }

    /// <summary>What the process has written survives its end, but not a power cut; what the disk has does.</summary>
    [Fact]
    public async Task Every_run_is_flushed_to_the_disk_once_it_is_written()
    {
        ExperimentResult result = await (Objectives.Small with { Plan = new RandomSubset { Count = 2 } }).RunAsync(Objectives.Number, Path);
        using var stream = new Recorded(Path);
        using var journal = new Journal(stream, Path, result.Runs);
        foreach (FinishedRun run in result.Runs)
        {
            stream.Calls.Clear();
            journal.Append(run);
            Assert.Equal(["write", "to disk"], stream.Calls);
        }
    }

    [Fact]
    public void A_file_that_is_not_there_or_empty_cannot_be_read()
    {
        Assert.Throws<FileNotFoundException>(() => ExperimentResult.Read(Path));
        File.WriteAllText(Path, "", Encoding.UTF8);
        Assert.Throws<InvalidDataException>(() => ExperimentResult.Read(Path));
    }

    /// <summary>The first write ends after ten bytes, as on a disk that is full; later ones would succeed.</summary>
    private sealed class FullOnce(string path) : FileStream(path, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0)
    {
        private bool wasFull;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            base.Write(wasFull ? buffer : buffer[..10]);
            if (wasFull)
                return;
            wasFull = true;
            throw new IOException("no room.");
        }
    }

    /// <summary>Keeps in which order it was written and flushed.</summary>
    private sealed class Recorded(string path) : FileStream(path, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0)
    {
        public List<string> Calls { get; } = [];

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Calls.Add("write");
            base.Write(buffer);
        }

        public override void Flush(bool flushToDisk)
        {
            Calls.Add(flushToDisk ? "to disk" : "flush");
            base.Flush(flushToDisk);
        }
    }
}
