// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

if (args.Length < 2)
{
    Console.Error.WriteLine("usage: forecast <folder of models> <folder of questions>");
    return 1;
}

var ml = new MLContext();
foreach (var path in Directory.EnumerateFiles(args[0], "*.zip"))
{
    var shop = Path.GetFileNameWithoutExtension(path);
    var model = ml.Model.Load(path, out _);
    using var engine = ml.Model.CreatePredictionEngine<Day, Turnover>(model);
    var total = 0f;
    foreach (var line in File.ReadLines(Path.Combine(args[1], shop + ".csv")).Skip(1))
        total += engine.Predict(Day.Parse(line)).Score;
    Console.WriteLine($"{shop}: {total:N0}");
}
return 0;

sealed class Day
{
    public float Weekday { get; set; }
    public float Month { get; set; }
    public bool Holiday { get; set; }

    public static Day Parse(string line)
    {
        var cells = line.Split(',');
        return new() { Weekday = float.Parse(cells[0]), Month = float.Parse(cells[1]), Holiday = cells[2] == "1" };
    }
}

sealed class Turnover
{
    public float Score { get; set; }
}
