using System.Diagnostics;
using System.Globalization;
using HyperLandscape.Experiments;
using HyperLandscape.Tests.Child;
using HyperLandscape.Tests.Storage;

namespace HyperLandscape.Tests.Experiments;

/// <summary>A process that is killed or runs out of room keeps every run that it called finished.</summary>
public sealed class KillTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Journal => folder["journal.jsonl"];

    public void Dispose() => folder.Dispose();

    /// <summary>HYPERLANDSCAPE_KILLS=100 kills as often; the moments are random, from the start of the process on.</summary>
    [Fact]
    public async Task Whenever_it_is_killed_every_run_is_done_once()
    {
        int kills = int.Parse(Environment.GetEnvironmentVariable("HYPERLANDSCAPE_KILLS") ?? "20", CultureInfo.InvariantCulture);
        var random = new Random(7);
        FinishedRun[] before = [];
        int progressed = 0;
        for (int kill = 0; kill < kills; kill++)
        {
            using Process child = Start();
            Task<string> output = child.StandardOutput.ReadToEndAsync();
            if (kill % 5 > 0) // else somewhere in its start
                await Grown(before.Length == 0 ? 0 : new FileInfo(Journal).Length);
            await Task.Delay(random.Next(kill % 5 > 0 ? 30 : 120));
            child.Kill(); // SIGKILL
            await child.WaitForExitAsync();
            Assert.NotEqual(0, child.ExitCode);

            FinishedRun[] after = File.Exists(Journal) && File.ReadAllBytes(Journal).Contains((byte)'\n') ? [.. ExperimentResult.Read(Journal).Runs] : [];
            Assert.Equal(before.Select(run => run.Run), after.Select(run => run.Run).Where(before.Select(run => run.Run).ToHashSet().Contains));
            string[] reported = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.InRange(after.Length, reported.Length < 2 ? 0 : int.Parse(reported[^2], CultureInfo.InvariantCulture), FastExperiment.Experiment.Space.CellCount * 2); // the last number may be cut off
            progressed += after.Length > before.Length ? 1 : 0;
            before = after;
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{kills} kills, {progressed} of them after new runs, {before.Length} runs finished before the last resumption");
        Assert.InRange(progressed, kills / 2, kills);
        using (Process child = Start())
        {
            Task<string> output = child.StandardOutput.ReadToEndAsync();
            await child.WaitForExitAsync();
            Assert.True(child.ExitCode == 0, await child.StandardError.ReadToEndAsync());
            Assert.EndsWith($"\n{FastExperiment.Experiment.Space.CellCount * 2}\n", await output, StringComparison.Ordinal);
        }

        Objectives.AssertAll(FastExperiment.Experiment, ExperimentResult.Read(Journal));
        Assert.Equal((FastExperiment.Experiment.Space.CellCount * 2) + 1, File.ReadLines(Journal).LongCount()); // a line each, below the header
    }

    [Fact]
    public async Task Two_processes_cannot_use_one_journal()
    {
        using Process child = Start();
        child.OutputDataReceived += (_, _) => { };
        child.BeginOutputReadLine();
        await Grown(0);
        IOException error = await Assert.ThrowsAsync<IOException>(() => FastExperiment.Experiment.RunAsync(Objectives.Number, Journal));
        child.Kill();
        await child.WaitForExitAsync();
        Assert.Contains("If another process uses it, wait for that or give another file", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(ExperimentResult.Read(Journal).Runs);
    }

    /// <summary>A limit on the size of a file fails a write in the middle of a line, as a full disk does.</summary>
    [Fact]
    public async Task Without_room_it_ends_with_a_clear_error_and_goes_on_later()
    {
        if (OperatingSystem.IsWindows())
            return; // has no such limit
        using Process child = Start(largestFile: 40);
        child.OutputDataReceived += (_, _) => { };
        child.BeginOutputReadLine();
        string errors = await child.StandardError.ReadToEndAsync();
        await child.WaitForExitAsync();
        Assert.Equal(1, child.ExitCode);
        Assert.Matches($"^The journal {Journal} cannot be written: .*. All runs finished before are kept; make room and start again.\n$", errors);
        Assert.Equal(40 * 512, new FileInfo(Journal).Length);
        Assert.InRange(ExperimentResult.Read(Journal).Runs.Count, 100, 40 * 512 / 80);
        Experiment few = FastExperiment.Experiment with { Plan = new RandomSubset { Count = 50 } };
        Assert.InRange((await few.RunAsync(Objectives.Number, Journal)).Runs.Count, 150, 40 * 512 / 80 + 100);
    }

    /// <summary>Starts a process with the fast experiment.</summary>
    /// <param name="largestFile">How many blocks of 512 bytes a file may have, which stands for the room on a disk; null if as many as there is room for.</param>
    private Process Start(int? largestFile = null)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "HyperLandscape.Tests.Child");
        ProcessStartInfo start = largestFile is null
            ? new ProcessStartInfo(program, [Journal])
            : new ProcessStartInfo("/bin/sh", ["-c", $"trap '' XFSZ; ulimit -f {largestFile}; exec \"$0\" \"$1\"", program, Journal]);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0"; // or the runtime makes a large file in memory
        return Process.Start(start)!;
    }

    private async Task Grown(long length)
    {
        while (!File.Exists(Journal) || new FileInfo(Journal).Length <= length + 2000)
            await Task.Delay(1);
    }
}
