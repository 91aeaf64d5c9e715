namespace Kiln.Host.Leaks.Labels;

/// <summary>A row whose label is probably wrong.</summary>
/// <param name="Index">Which of the judged rows.</param>
/// <param name="Given">The class that the data says.</param>
/// <param name="Suggested">The class that models which did not see the row say.</param>
/// <param name="Probability">Of the suggested class.</param>
/// <param name="Margin">By how much it exceeds that of the given one.</param>
readonly record struct Suspect(int Index, int Given, int Suggested, double Probability, double Margin);
