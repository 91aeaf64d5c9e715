// What it costs to hold rows against their contract, to sum them up, and to write the first contract, against reading the same file with
// DuckDB alone: to its own types, all columns, asking for the greatest value of each. Every field in the file's order, as text, is what there is
// to check. Each is a process of its own, by turns, in one run; a dataset of 30 columns as CSV and as Parquet.
// Start it from the repository's root: dotnet run -c Release benchmarks/data/VerifyData.cs [rows] [rounds]
#:project ../../src/Kiln.Host/Kiln.Host.csproj
#:property PublishAot=false
#:property AllowUnsafeBlocks=true
#:property TieredPGO=false
using System.Diagnostics;
using System.Globalization;
using Kiln.Contracts.Data;
using Kiln.Host.Data;
using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Formats;
using Kiln.Host.Data.Inference;
using Kiln.Host.Data.Loading;
using Kiln.Host.Data.Sources;
using Kiln.Host.Requests;

string[] sides = ["engine, to types", "every field, in order", "verify", "verify and profile", "first contract"];
if (args is ["side", var side, var path])
{
    var watch = Stopwatch.StartNew();
    Run(side, path);
    using var self = Process.GetCurrentProcess();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.ElapsedMilliseconds} {self.TotalProcessorTime.TotalMilliseconds:F0} {self.PeakWorkingSet64 >> 20}"));
    return;
}

var rows = args.Length > 0 ? long.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
var root = Directory.CreateTempSubdirectory("kiln-verify-").FullName;
try
{
    foreach (var file in new[] { $"{root}/data.csv", $"{root}/data.parquet" })
    {
        using (var engine = DuckEngine.Open())
            engine.Execute($"COPY ({Table(rows)}) TO '{file}'{(file.EndsWith(".csv", StringComparison.Ordinal) ? " (HEADER)" : "")}");
        Measure("first contract", file);
        var times = sides.ToDictionary(name => name, _ => new List<double[]>());
        for (var round = 0; round < rounds; round++)
            foreach (var name in sides)
                times[name].Add(Measure(name, file));
        Console.WriteLine($"{rows:N0} rows, 30 columns, {new FileInfo(file).Length / 1e6:N0} MB of {Path.GetExtension(file)[1..]}, {Environment.ProcessorCount} cores, medians of {rounds}");
        var (types, text) = (Median(times[sides[0]], 0), Median(times[sides[1]], 0));
        foreach (var name in sides)
        {
            var (wall, cpu, peak) = (Median(times[name], 0), Median(times[name], 1), Median(times[name], 2));
            Console.WriteLine($"  {name,-26}{wall,7:N0} ms   {wall / types,5:F2} of types   {wall / text,5:F2} of text   cpu {cpu,6:N0} ms   peak {peak,5:N0} MB");
        }
    }
}
finally
{
    Directory.Delete(root, recursive: true);
}

static void Run(string side, string file)
{
    var dataset = new Dataset("data", file + ".schema.json", file, file, [file]);
    if (side == "engine, to types")
    {
        using var engine = DuckEngine.Open();
        engine.Execute($"SELECT CAST(max(COLUMNS(*)) AS VARCHAR) FROM '{file}'");
    }
    else if (side == "first contract")
        File.WriteAllText(dataset.Contract, ContractJson.Write(ContractInference.Infer(dataset, null, _ => { })));
    else
    {
        var contract = ContractFile.Load(dataset);
        if (side == "every field, in order")
        {
            using var engine = DuckEngine.Open();
            SourceOpening.Open(dataset, file, contract.Dialect).Read(engine, [.. contract.Columns.Select(column => column.Name)],
                chunk => SideBySide.Run(contract.Columns.Count, chunk.Rows, column => _ = chunk[column]));
            return;
        }
        var table = TableLoader.Load(dataset, contract, null, _ => { });
        if (side == "verify and profile")
            TableProfile.Observe(table);
    }
}

static double[] Measure(string side, string file)
{
    using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", Environment.GetCommandLineArgs()[0], "side", side, file]) { RedirectStandardOutput = true })!;
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return process.ExitCode == 0
        ? [.. output.Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture))]
        : throw new InvalidOperationException($"{side}: {output}");
}

static double Median(List<double[]> runs, int value) => runs.Select(run => run[value]).Order().ElementAt(runs.Count / 2);

// Twenty measurements of three decimals, four counts, two categories, a day, a flag, a label and the row's number.
static string Table(long rows)
{
    var numbers = string.Join(", ", Enumerable.Range(1, 20).Select(i => $"round({i} * (hash(i * 31 + {i}) % 1000000) / 1000.0, 3) AS n{i}"));
    var counts = string.Join(", ", Enumerable.Range(1, 4).Select(i => $"CAST(hash(i * 37 + {i}) % 1000 AS INTEGER) AS k{i}"));
    return $"SELECT i AS id, {numbers}, {counts}, ['red', 'green', 'blue', 'a longer colour'][1 + CAST(hash(i * 41) % 4 AS INTEGER)] AS colour, "
        + "'town ' || (hash(i * 43) % 300) AS town, DATE '2020-01-01' + CAST(i // 700 AS INTEGER) AS day, hash(i * 47) % 2 = 0 AS flag, "
        + $"CASE WHEN hash(i * 53) % 3 = 0 THEN 'yes' ELSE 'no' END AS label FROM range({rows}) t(i)";
}
