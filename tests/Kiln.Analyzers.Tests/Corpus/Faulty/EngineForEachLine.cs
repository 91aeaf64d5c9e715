// origin: blind, first round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Logs;

class LogLine
{
    public string Message { get; set; } = "";
}

class LogKind
{
    [ColumnName("PredictedLabel")]
    public string Kind { get; set; } = "";
}

static class Program
{
    static void Main(string[] args)
    {
        var context = new MLContext();
        var trained = context.Model.Load("kinds.zip", out var schema); // KILN3008
        var counts = new Dictionary<string, int>();
        foreach (var line in File.ReadLines(args[0]))
        {
            if (line.Length == 0)
                continue;
            var kind = Classify(context, trained, line);
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
        }
        foreach (var (kind, count) in counts)
            Console.WriteLine($"{kind}: {count}");
    }

    static string Classify(MLContext context, ITransformer trained, string line)
    {
        var engine = context.Model.CreatePredictionEngine<LogLine, LogKind>(trained); // KILN7002
        return engine.Predict(new LogLine { Message = line }).Kind;
    }
}
