using Kiln.Onnx.Operators;

namespace Kiln.Onnx.Compilation;

/// <summary>The sums of a linear model that is folded, number by number and text by text. Added up in double.</summary>
/// <param name="intercepts">What each sum begins with.</param>
/// <param name="texts">The texts that are asked for, and where they lie in a row.</param>
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
        Add(row, sums, absolute: false);
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
            if (step.Text < 0)
            {
                var value = step.Number.Value(row.Number(step.Number.Place));
                if (value != 0)
                    sum += (double)step.Weights[0] * value;
            }
            else
                foreach (var product in step.Products[codes[step.Text]])
                    sum += product;
        }
        return sum;
    }

    void Find(Row row, Span<int> codes)
    {
        for (var i = 0; i < codes.Length; i++)
            codes[i] = texts[i].Codes.Find(row.Text(texts[i].Place));
    }

    public int Products(Row row)
    {
        Span<double> sums = stackalloc double[intercepts.Length];
        return Add(row, sums, absolute: false);
    }

    public double Magnitude(Row row)
    {
        Span<double> sums = stackalloc double[intercepts.Length];
        Add(row, sums, absolute: true);
        var largest = 0.0;
        foreach (var sum in sums)
            largest = Math.Max(largest, sum);
        return largest;
    }

    /// <returns>How many products each sum has.</returns>
    int Add(Row row, Span<double> sums, bool absolute)
    {
        Span<int> codes = stackalloc int[texts.Length];
        Find(row, codes);
        for (var i = 0; i < sums.Length; i++)
            sums[i] = absolute ? Math.Abs(intercepts[i]) : intercepts[i];

        var products = 0;
        foreach (ref readonly var step in steps.AsSpan())
        {
            if (step.Text < 0)
            {
                var value = step.Number.Value(row.Number(step.Number.Place));
                if (value == 0)
                    continue;
                for (var i = 0; i < sums.Length; i++)
                    sums[i] += Term((double)step.Weights[i] * value, absolute);
                products++;
                continue;
            }
            var terms = step.Products[codes[step.Text]];
            for (var term = 0; term < terms.Length; term += sums.Length)
            {
                for (var i = 0; i < sums.Length; i++)
                    sums[i] += Term(terms[term + i], absolute);
                products++;
            }
        }
        return products;
    }

    static double Term(double product, bool absolute) => absolute ? Math.Abs(product) : product;
}
