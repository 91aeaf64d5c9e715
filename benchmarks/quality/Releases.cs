// Whether a gate against the released model lets good months of data through and stops bad ones: a model of late flights is released after
// each file of three days; five times the data or the code is spoilt first. And by how much the interval of the difference is narrower on
// all rows that are held out than on those that a lock can record.
// The trainer is one that does not choose its rounds by the data, so that what differs is the data.
// Takes the file flights_500k.csv: date, delay, distance, origin, destination.
// Start it from the repository's root: dotnet run -c Release benchmarks/quality/Releases.cs <file>
#:project ../../src/Kiln.Host/Kiln.Host.csproj
#:property PublishAot=false
using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;
using Kiln.CompilerServices;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;
using Kiln.Host;
using Kiln.Host.Diagnostics;
using Kiln.Host.Requests;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var folder = Directory.CreateTempSubdirectory("kiln-releases-").FullName + Path.DirectorySeparatorChar;
var lockPath = folder + "FlightModel.lock.json";
try
{
    var months = Months(args[0]);
    Dictionary<int, (string Name, Action<int> Spoil, string[] Ignore)> spoilt = new()
    {
        [4] = ("labels turned round in the months before", month => Before(month, file => Rewrite(file, row => [row[0], row[1] == "true" ? "false" : "true", .. row[2..]])), []),
        [5] = ("labels of other rows in the months before", month => Before(month, file => Shuffle(file, 1)), []),
        [6] = ("hours lost in the months before", month => Before(month, file => Rewrite(file, row => [.. row[..2], "0", .. row[3..]])), []),
        [7] = ("hours of other rows in the months before", month => Before(month, file => Shuffle(file, 2)), []),
        [8] = ("hour left out in code", _ => { }, ["hour"]),
    };
    Console.WriteLine("| files | what is special | rows compared | difference of AUC | verdict |");
    Console.WriteLine("|---:|---|---:|---|---|");
    for (var month = 1; month <= months.Count; month++)
    {
        Write(month, months[month - 1]);
        if (month == 1)
            Run("contracts");
        if (spoilt.TryGetValue(month, out var bad))
        {
            bad.Spoil(month);
            var before = File.ReadAllText(lockPath);
            Show(month, $"{month + 1}.0.0-bad", bad.Name, bad.Ignore);
            File.WriteAllText(lockPath, before);
            for (var file = 1; file <= month; file++)
                Write(file, months[file - 1]);
        }
        Show(month, $"1.{month}.0", "", []);
    }

    Console.WriteLine();
    Console.WriteLine("| rows compared | interval of the difference of AUC | width | of the recorded rows' | root of the ratio of rows |");
    Console.WriteLine("|---:|---|---:|---:|---:|");
    var all = Compare(SplitKind.Hash, forget: false);
    var recorded = Compare(SplitKind.Hash, forget: true);
    foreach (var changes in new[] { recorded, all })
        Console.WriteLine($"| {changes.HeldOutRows:N0} | {Interval(changes)} | {Width(changes):0.00000} | {Width(changes) / Width(recorded):0.000} | {Math.Sqrt((double)recorded.HeldOutRows / changes.HeldOutRows):0.000} |");

    // Released on nine of ten files, compared when the last is there.
    SinceRelease Compare(SplitKind split, bool forget)
    {
        File.Delete(lockPath);
        Directory.Delete(folder + "obj", recursive: true);
        for (var month = 1; month <= months.Count - 1; month++)
            Write(month, months[month - 1]);
        File.Delete(FilePath(months.Count));
        Compile("1.0.0", [], split);
        Run("release");
        Write(months.Count, months[^1]);
        Compile("2.0.0", [], split);
        if (forget)
            Directory.Delete(folder + "obj/cache", recursive: true);
        Run("train");
        return Lock().SinceRelease!;
    }

    // What the gate says is measured before the release, after which nothing differs.
    void Show(int month, string version, string special, string[] ignore)
    {
        Compile(version, ignore);
        var error = Run("train");
        var (changes, isThere) = (Lock().SinceRelease, error.Length == 0);
        var told = !isThere ? error[error.IndexOf("the loss is", StringComparison.Ordinal)..].Split(';')[0] : changes is null ? "" : Interval(changes);
        var verdict = Run("release").Length == 0 ? "released" : "refused";
        Console.WriteLine($"| {month} | {special} | {(isThere && changes is not null ? changes.HeldOutRows.ToString("N0") : "")} | {told} | {verdict} |");
    }

    void Shuffle(int month, int column)
    {
        string[] values = [.. File.ReadLines(FilePath(month)).Skip(1).Select(row => row.Split(',')[column])];
        new Random(1).Shuffle(values);
        var next = 0;
        Rewrite(month, row => [.. row[..column], values[next++], .. row[(column + 1)..]]);
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}

string FilePath(int month) => $"{folder}data/{month:00}.csv";

void Write(int month, IEnumerable<string> rows)
{
    Directory.CreateDirectory(folder + "data");
    File.WriteAllLines(FilePath(month), ["date,late,hour,weekday,distance,origin,destination", .. rows]);
}

void Rewrite(int month, Func<string[], string[]> rewrite)
{
    var rows = File.ReadAllLines(FilePath(month));
    File.WriteAllLines(FilePath(month), [rows[0], .. rows[1..].Select(row => string.Join(',', rewrite(row.Split(','))))]);
}

static void Before(int month, Action<int> spoil)
{
    for (var file = 1; file < month; file++)
        spoil(file);
}

static string Interval(SinceRelease changes) => Auc(changes) is { } difference ? $"{difference.Value:0.0000} ({difference.Low:0.0000} to {difference.High:0.0000})" : "none";

static double Width(SinceRelease changes) => Auc(changes) is { } difference ? difference.High - difference.Low : 0;

static Kiln.Contracts.Metrics.MetricValue? Auc(SinceRelease changes) => changes.Metrics.FirstOrDefault(metric => metric.Key == "AreaUnderRocCurve").Value?.Difference;

// Ten of three days; late by more than a quarter of an hour.
static List<List<string>> Months(string path) => [.. File.ReadLines(path).Skip(1).Select(line => line.Split(','))
    .GroupBy(row => (int.Parse(row[0][8..10]) - 1) / 3)
    .OrderBy(month => month.Key)
    .Select(month => month.Select(row => $"{row[0]},{(int.Parse(row[1]) > 15 ? "true" : "false")},{int.Parse(row[0][11..13])},{(int)DateTime.Parse(row[0]).DayOfWeek},{row[2]},{row[3]},{row[4]}").ToList())];

void Compile(string version, string[] ignore, SplitKind? split = null)
{
    var model = new ModelDefinition
    {
        Name = "FlightModel", Type = "App.FlightModel", Dataset = "flights", Label = "late", Version = version, Trainer = "FastTree", Ignore = ["date", .. ignore],
        Split = split, Gates = [new(new("AreaUnderRocCurve", NoWorseBy: 0.02), new("FlightModel.cs", 4, 2))], Location = new("FlightModel.cs", 3, 2),
    };
    Directory.CreateDirectory(folder + "obj");
    var assembly = new PersistedAssemblyBuilder(new AssemblyName("App"), typeof(object).Assembly,
        [new CustomAttributeBuilder(typeof(ModelDefinitionAttribute).GetConstructor([typeof(string)])!, [DefinitionJson.Write(model)])]);
    assembly.DefineDynamicModule("App");
    assembly.Save(folder + "obj/App.dll");
}

// What went wrong, in one line.
string Run(string command)
{
    var text = new StringWriter();
    Entry.Run(RequestReader.Read(string.Join('\n',
    [
        $"command={command}", $"project={folder}App.csproj", $"directory={folder}", $"assembly={(command == "contracts" ? "" : folder + "obj/App.dll")}", $"output={folder}obj/kiln/",
        $"cache={folder}obj/cache", "version=", "store=", $"schemas={folder}obj/kiln", "mode=auto", "locked=false", $"threads={Environment.ProcessorCount}", "verbosity=normal", "parent=0",
        "dataset=flights", $"contract={folder}data/flights.schema.json", $"defined={folder}App.csproj", "include=data/*.csv", "merge=append", "key=",
        .. Directory.EnumerateFiles(folder + "data", "*.csv").Order(StringComparer.Ordinal).Select(file => $"file={file}"),
    ]).Split('\n')), new Output(text));
    Console.Error.WriteLine(text);
    return string.Join(" ", text.ToString().Split('\n').Where(line => line.Contains(": error "))).Trim();
}

ModelLock Lock() => LockJson.Read(File.ReadAllText(lockPath));
