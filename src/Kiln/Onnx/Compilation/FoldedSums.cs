using Kiln.Onnx.Operators;

namespace Kiln.Onnx.Compilation;

/// <summary>The sums of a linear model that is folded, input by input. Added up in double.</summary>
/// <param name="intercepts">What each sum begins with.</param>
/// <param name="texts">The categories that are asked for, and where they lie in a row.</param>
/// <param name="steps">What is added, in this order.</param>
sealed class FoldedSums(float[] intercepts, (int Place, TextCodes Codes)[] texts, LinearStep[] steps) : IWeightedSums
{
    public int Count => intercepts.Length;

    public void Run(Row row, Span<float> scores)
    {
        if (intercepts.Length == 1)
        {
            scores[0] = (float)Sum(row);
            return;
        }
        Span<double> sums = stackalloc double[intercepts.Length];
        Add(row, sums);
        for (var i = 0; i < sums.Length; i++)
            scores[i] = (float)sums[i];
    }

    /// <summary>The only sum.</summary>
    double Sum(Row row)
    {
        Span<int> codes = stackalloc int[texts.Length];
        Find(row, codes);
        double sum = intercepts[0];
        foreach (ref readonly var step in steps.AsSpan())
        {
            if (step.Text >= 0)
                foreach (var product in step.Products[codes[step.Text]])
                    sum += product;
            else if (step.Vector is { } vector)
            {
                // A sum of its own that has an address: the other one stays in a register.
                var longer = sum;
                vector.Add(row.Text(step.Number.Place), step.Weights, new(ref longer));
                sum = longer;
            }
            else
            {
                var value = step.Number.Value(row.Number(step.Number.Place));
                if (value != 0)
                    sum += (double)step.Weights[0] * value;
            }
        }
        return sum;
    }

    void Find(Row row, Span<int> codes)
    {
        for (var i = 0; i < codes.Length; i++)
            codes[i] = texts[i].Codes.Find(row.Text(texts[i].Place));
    }

    void Add(Row row, Span<double> sums)
    {
        Span<int> codes = stackalloc int[texts.Length];
        Find(row, codes);
        for (var i = 0; i < sums.Length; i++)
            sums[i] = intercepts[i];
        foreach (ref readonly var step in steps.AsSpan())
        {
            if (step.Text >= 0)
                Add(step.Products[codes[step.Text]], sums);
            else if (step.Vector is { } vector)
                vector.Add(row.Text(step.Number.Place), step.Weights, sums);
            else
                Add(step.Number.Value(row.Number(step.Number.Place)), step.Weights, sums);
        }
    }

    static void Add(double[] terms, Span<double> sums)
    {
        for (var term = 0; term < terms.Length; term += sums.Length)
            for (var i = 0; i < sums.Length; i++)
                sums[i] += terms[term + i];
    }

    static void Add(float value, float[] weights, Span<double> sums)
    {
        if (value == 0)
            return;
        for (var i = 0; i < sums.Length; i++)
            sums[i] += (double)weights[i] * value;
    }
}
