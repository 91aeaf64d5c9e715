// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Spelling;

/// <summary>A tool for the command line: one thread, one engine, made when the first word comes.</summary>
static class Program
{
    static readonly Lazy<PredictionEngine<Word, Guess>> Engine = new(Open);

    static string _path = "";

    static int Main(string[] args)
    {
        _path = args[0];
        foreach (var word in args.Skip(1))
            Console.WriteLine($"{word}: {Engine.Value.Predict(new Word { Text = word }).Language}");
        return 0;
    }

    static PredictionEngine<Word, Guess> Open()
    {
        var ml = new MLContext();
        return ml.Model.CreatePredictionEngine<Word, Guess>(ml.Model.Load(_path, out _));
    }
}

sealed class Word
{
    public string Text { get; set; } = "";
}

sealed class Guess
{
    [ColumnName("PredictedLabel")] public string Language { get; set; } = "";
}
