namespace Kiln.Monitoring;

/// <summary>Which label the scores of a row stand for.</summary>
delegate int FindLabel(ReadOnlySpan<float> scores);
