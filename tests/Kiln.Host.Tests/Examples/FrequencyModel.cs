using Kiln.Contracts.Models;
using Kiln.Host.Evaluation;
using Kiln.Host.Examples;

namespace Kiln.Host.Tests.Examples;

/// <summary>
/// A model that knows by heart how often each answer goes with each combination of inputs, and the whole for what it has not seen: nothing
/// notices sooner that rows were divided by their label, and nothing trains faster.
/// </summary>
sealed class FrequencyModel
{
    readonly ExampleSet _examples;
    readonly Dictionary<string, double[]> _answers;
    readonly double[] _unseen;

    public FrequencyModel(ExampleSet examples, int[] training)
    {
        _examples = examples;
        _unseen = Sum(training).Select(sum => sum / training.Length).ToArray();
        // As if the whole had been seen with each combination once more.
        _answers = training.GroupBy(Inputs).ToDictionary(
            rows => rows.Key, rows => Sum([.. rows]).Zip(_unseen, (sum, mean) => (sum + mean) / (rows.Count() + 1)).ToArray());
    }

    /// <summary>The task's first metric on these rows.</summary>
    public double Measure(int[] rows)
    {
        var predictions = new Predictions(_examples.Shape.Task, [.. rows.Select(row => (float)_examples.Label[row])], [.. rows.Select(Scores)]);
        var counts = new int[rows.Length];
        Array.Fill(counts, 1);
        return Metrics.Create(predictions).Measure(counts)[0];
    }

    float[] Scores(int row)
    {
        var answer = _answers.GetValueOrDefault(Inputs(row), _unseen);
        return _examples.Shape.Task == TaskKind.BinaryClassification
            ? [(float)Math.Log(answer[0] / (1 - answer[0])), (float)answer[0]]
            : Array.ConvertAll(answer, value => (float)value);
    }

    /// <summary>Of the labels, or how often each class is one.</summary>
    double[] Sum(int[] rows)
    {
        if (_examples.Shape.Task != TaskKind.MulticlassClassification)
            return [rows.Sum(row => (double)_examples.Label[row])];
        var counts = new double[_examples.Shape.Classes.Count];
        foreach (var row in rows)
            counts[(int)_examples.Label[row]]++;
        return counts;
    }

    string Inputs(int row) => string.Join('|', Enumerable.Range(0, _examples.Inputs.Count)
        .Select(i => _examples.Numbers[i] is { } numbers ? $"{numbers[row]}" : $"{_examples.Texts[i]!.Codes[row]}"));
}
