using Kiln.Onnx;

namespace Kiln.TrainerHost.Export.Parity;

/// <summary>The file as the shipped predictor runs it.</summary>
sealed class KilnScores
{
    readonly Evaluator _evaluator;

    public KilnScores(byte[] onnx)
    {
        var model = OnnxModel.Read(onnx);
        _evaluator = new(model);
        Terms = model.Nodes.Select(node => node.Ints("nodes_treeids").Distinct().Count()).DefaultIfEmpty().Max();
    }

    /// <summary>The number of trees of the largest ensemble.</summary>
    public int Terms { get; }

    public IEnumerable<string> Inputs => _evaluator.Inputs.Select(input => input.Name);

    /// <summary>Per output the values of all rows, one after the other; and per row the scale of its rounding errors.</summary>
    public (float[][] Outputs, double[] Magnitudes) Run(RowSample sample)
    {
        var outputs = _evaluator.Outputs.Select(output => new float[sample.Count * output.Length]).ToArray();
        var magnitudes = new double[sample.Count];
        using var scratch = _evaluator.Rent();
        for (var i = 0; i < sample.Count; i++)
        {
            foreach (var (name, slot) in _evaluator.Inputs)
            {
                if (sample.Inputs[name] is List<float> numbers)
                    scratch.Row.Numbers(slot)[0] = numbers[i];
                else
                    scratch.Row.Texts(slot)[0] = ((List<string>)sample.Inputs[name])[i];
            }
            _evaluator.Run(scratch.Row);
            magnitudes[i] = _evaluator.Magnitude(scratch.Row);
            for (var output = 0; output < outputs.Length; output++)
            {
                var values = scratch.Row.Numbers(_evaluator.Outputs[output]);
                values.CopyTo(outputs[output].AsSpan(i * values.Length));
            }
        }
        return (outputs, magnitudes);
    }
}
