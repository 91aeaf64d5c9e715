# Writes data sets of Debian's packages r-cran-modeldata and r-cran-mlbench as CSV files whose label is the column "target".
# Sets with free text are put into its subfolder "text".
# Rscript benchmarks/quality/export-data.R <folder>
folder <- commandArgs(trailingOnly = TRUE)[1]
dir.create(folder, showWarnings = FALSE, recursive = TRUE)

export <- function(package, set, label, name = set, without = c()) {
  room <- new.env()
  data(list = set, package = package, envir = room)
  rows <- as.data.frame(get(ls(room)[1], room))
  rows <- rows[, setdiff(names(rows), without), drop = FALSE]
  names(rows)[names(rows) == label] <- "target"
  write.csv(rows[!is.na(rows$target), ], file.path(folder, paste0(name, ".csv")), row.names = FALSE, na = "")
}

for (one in list(
  c("attrition", "Attrition"), c("mlc_churn", "churn"), c("credit_data", "Status"), c("lending_club", "Class"), c("hpc_data", "class"),
  c("ames", "Sale_Price"), c("car_prices", "Price"), c("Sacramento", "price"), c("concrete", "compressive_strength"), c("wa_churn", "churn"),
  c("stackoverflow", "Remote")))
  export("modeldata", one[1], one[2])
export("modeldata", "stackoverflow", "Salary", name = "salaries")
export("modeldata", "cells", "class", without = "case")
export("modeldata", "Chicago", "ridership", without = "date")
export("modeldata", "biomass", "HHV", without = c("sample", "dataset"))

for (one in list(
  c("PimaIndiansDiabetes2", "diabetes"), c("Sonar", "Class"), c("Ionosphere", "Class"), c("Glass", "Type"), c("Vehicle", "Class"),
  c("Vowel", "Class"), c("Satellite", "classes"), c("DNA", "Class"), c("Soybean", "Class"), c("Ozone", "V4"), c("HouseVotes84", "Class")))
  export("mlbench", one[1], one[2])
export("mlbench", "BreastCancer", "Class", without = "Id")
export("mlbench", "LetterRecognition", "lettr")
export("mlbench", "BostonHousing2", "cmedv", without = c("medv", "tract"))

# Of a thousand media, those with at least 20 works.
folder <- file.path(folder, "text")
dir.create(folder, showWarnings = FALSE)
library(modeldata)
data(tate_text)
works <- as.data.frame(tate_text)
works <- works[works$medium %in% names(which(table(works$medium) >= 20)), c("medium", "artist", "title", "year")]
names(works)[1] <- "target"
write.csv(works, file.path(folder, "tate_text.csv"), row.names = FALSE, na = "")
write.csv(works[, c("target", "title")], file.path(folder, "tate_titles.csv"), row.names = FALSE, na = "")
data(small_fine_foods)
foods <- as.data.frame(rbind(training_data, testing_data))[, c("score", "review")]
names(foods)[1] <- "target"
write.csv(foods, file.path(folder, "fine_foods.csv"), row.names = FALSE, na = "")
